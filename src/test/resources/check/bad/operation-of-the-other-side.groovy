//! 2:8 cm.api has no operation 'createGroupLiveMigration'.
cm.api.createGroupLiveMigration(groupId: '5f0000000000000000000000', body: [:])

//! 2:20 atlas.api.getGroup takes no argument 'groupID'. [groupId]
atlas.api.getGroup(groupID: '5f0000000000000000000000')

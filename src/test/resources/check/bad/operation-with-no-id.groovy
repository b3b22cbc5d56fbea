//! 2:29 atlas.api.getGroup: 'groupId' has to be an id of 24 hex digits.
atlas.api.getGroup(groupId: 'shop')

//! 2:11 atlas.api.getGroup needs the argument 'groupId'.
atlas.api.getGroup()

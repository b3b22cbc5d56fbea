//! 2:20 atlas.api.getGroup takes its arguments by name, as in groupId: ….
atlas.api.getGroup('5f0000000000000000000000')

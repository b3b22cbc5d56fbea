//! 2:20 atlas.projects.get needs a value for 'groupId'.
atlas.projects.get('')

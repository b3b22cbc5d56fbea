//! 2:16 atlas.clusters.list needs a value for 'groupId'.
atlas.clusters.list()

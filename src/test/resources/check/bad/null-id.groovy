//! 2:21 atlas.clusters.list needs a value for 'groupId'.
atlas.clusters.list(null)

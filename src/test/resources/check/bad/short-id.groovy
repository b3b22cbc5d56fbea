//! 2:21 atlas.clusters.list: 'groupId' has to be an id of 24 hex digits.
atlas.clusters.list('5f0000000000000000000')

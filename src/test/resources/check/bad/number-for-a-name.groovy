//! 2:47 atlas.clusters.get takes a text as 'clusterName', not a whole number.
atlas.clusters.get(atlas.projects['shop'].id, 5)

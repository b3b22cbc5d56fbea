//! 2:16 Clusters has no method 'lst'. [list]
atlas.clusters.lst(atlas.projects['shop'].id)

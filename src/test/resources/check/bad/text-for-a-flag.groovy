//! 2:62 atlas.clusters.list: 'includeCount' takes true or false, not a text.
atlas.clusters.list(atlas.projects['shop'].id, includeCount: 'yes')

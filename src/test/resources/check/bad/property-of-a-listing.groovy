//! 2:31 Listing has no 'nmaes'.
println atlas.projects.list().nmaes

//! 3:11 Listing has no 'tpyo'.
y = atlas.orgs.list()
println y.tpyo

//! 2:37 String has no method 'toLowercase'. [toLowerCase]
println atlas.projects['shop'].name.toLowercase()

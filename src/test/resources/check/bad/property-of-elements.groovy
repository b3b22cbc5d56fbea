//! 2:32 Project has no 'nmae'. [name]
println atlas.projects.list()*.nmae

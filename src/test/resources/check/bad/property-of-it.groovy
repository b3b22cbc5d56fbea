//! 2:44 Project has no 'nmae'. [name]
println atlas.projects.list().collect { it.nmae }

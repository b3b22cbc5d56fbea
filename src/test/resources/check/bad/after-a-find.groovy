//! 2:41 Project has no 'nmae'. [name]
println atlas.projects.list().find { it.nmae == 'x' }

//! 3:16 Project has no 'naem'. [name]
def found = atlas.projects.list().find { it.name == 'x' }
println found?.naem

//! 3:17 Project has no 'naem'. [name]
def project = step('Find') { atlas.projects['shop'] }
println project.naem

//! 3:11 Project has no 'cnt'.
def p = args ? atlas.projects[args[0]] : atlas.projects['shop']
println p.cnt

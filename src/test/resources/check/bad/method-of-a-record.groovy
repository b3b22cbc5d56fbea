//! 3:3 Project has no method 'delete'.
def p = atlas.projects['shop']
p.delete()

//! 3:13 Organization has no 'nmae'. [name]
def org = atlas.orgs.list().first()
println org.nmae

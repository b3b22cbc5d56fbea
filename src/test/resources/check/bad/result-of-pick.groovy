//! 3:13 Organization has no 'nam'. [name]
def org = pick('--org', atlas.orgs.list(), null)
println org.nam

//! 2:19 'orgs' is not a path: paths begin with a slash, as in '/orgs'. [/orgs]
println atlas.get('orgs')

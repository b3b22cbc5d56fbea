//! 2:15 Atlas has no 'clustres'. [clusters]
println atlas.clustres.list('x')

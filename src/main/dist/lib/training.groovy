// What the class archive is made from: one run that needs what most runs need.
println atlas.orgs

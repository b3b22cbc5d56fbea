//! 3:9 Nothing here is called 'projcet'. [project]
def project = 'x'
println projcet

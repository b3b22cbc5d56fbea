//! 3:17 Project has no 'clusterCont'. [clusterCount]
project = atlas.projects['shop']
println project.clusterCont

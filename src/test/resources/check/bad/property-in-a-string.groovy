//! 4:32 Project has no 'clusterCuont'. [clusterCount]
//! 4:58 Project has no 'nam'. [name]
def project = atlas.projects['shop']
println "the project ${project.clusterCuont} and $project.nam"

//! 3:25 Project has no 'clusterCnt'. [clusterCount]
import dev.ferry.api.atlas.Project
def used(Project p) { p.clusterCnt > 0 }
println atlas.projects.list().findAll { used(it) }

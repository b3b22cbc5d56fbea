//! 3:16 Project has no 'clusterCoutn'. [clusterCount]
def shop() { atlas.projects['shop'] }
println shop().clusterCoutn

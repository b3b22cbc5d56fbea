//! 3:10 Project has no 'clusterCoutn'. [clusterCount]
def shop = atlas.projects['shop']
if (shop.clusterCoutn > 0 && shop.name) {
    println 'used'
}

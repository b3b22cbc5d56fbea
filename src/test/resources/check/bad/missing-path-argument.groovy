//! 3:16 atlas.clusters.get needs a value for 'clusterName'.
def shop = atlas.projects['shop']
atlas.clusters.get(shop.id)

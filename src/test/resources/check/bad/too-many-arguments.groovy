//! 3:16 atlas.clusters.get takes 'groupId' and 'clusterName', not 4 values.
def shop = atlas.projects['shop']
atlas.clusters.get(shop.id, 'orders', 'more', 'still more')

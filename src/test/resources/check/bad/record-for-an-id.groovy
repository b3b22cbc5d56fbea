//! 3:21 atlas.clusters.list takes a text as 'groupId', not a Project. [shop.id]
def shop = atlas.projects['shop']
atlas.clusters.list(shop)

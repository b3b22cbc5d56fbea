//! 3:113 atlas.api.createGroupCluster does not know 'replicationSpecs[0].regionConfig'. [regionConfigs]
def shop = atlas.projects['shop']
atlas.api.createGroupCluster(groupId: shop.id, body: [name: 'c', clusterType: 'REPLICASET', replicationSpecs: [[regionConfig: []]]])

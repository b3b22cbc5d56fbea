//! 4:61 atlas.api.createGroupCluster: 'name' takes a text, not a whole number.
//! 4:77 atlas.api.createGroupCluster: 'clusterType' takes one of REPLICASET, SHARDED, GEOSHARDED. [REPLICASET]
def shop = atlas.projects['shop']
atlas.api.createGroupCluster(groupId: shop.id, body: [name: 5, clusterType: 'REPLICATSET'])

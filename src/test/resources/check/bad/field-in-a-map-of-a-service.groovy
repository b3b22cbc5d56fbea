//! 3:107 atlas.clusters.create does not know 'replicationSpecs[0].regionConfigs[0].providerNmae'. [providerName]
def shop = atlas.projects['shop']
atlas.clusters.create(shop.id, name: 'c', clusterType: 'REPLICASET', replicationSpecs: [[regionConfigs: [[providerNmae: 'AWS']]]])

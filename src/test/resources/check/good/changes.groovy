def org = atlas.orgs.list().first()
def made = atlas.projects.create(name: 'made by a check', orgId: org.id)
def body = [name: 'made by another', orgId: org.id]
def other = atlas.projects.create(body)
def spec = [providerName: 'AWS', regionName: 'EU_CENTRAL_1', priority: 7, electableSpecs: [instanceSize: 'M10', nodeCount: 3]]
atlas.clusters.create(made.id, name: 'c1', clusterType: 'REPLICASET', replicationSpecs: [[regionConfigs: [spec]]])
atlas.accessList.add(made.id, [[ipAddress: '203.0.113.7', comment: 'a' + 1]])
def entry = ['203.0.113.8'].collect { [ipAddress: it] }
atlas.accessList.add(made.id, entry)
assert atlas.accessList.list(made.id).size() == 2
assert atlas.clusters.list(made.id)*.name == ['c1']

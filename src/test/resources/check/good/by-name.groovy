def all = atlas.api.listGroups()
all.each { println it.name.toUpperCase() + it.clusterCount }
def id = all.first().id
def one = atlas.api.getGroup(groupId: id)
assert one.name && one['id'] == id
def options = [groupId: id]
assert atlas.api.getGroup(options).id == id
assert atlas.api.getGroup(*: options).id == id
assert atlas.api.listGroupClusters(groupId: id, itemsPerPage: 5, includeCount: true) != null
assert atlas.api.getGroup.method() == 'GET'
assert atlas.api.call('getGroup', [groupId: id]).id == id
def name = 'getGroup'
assert atlas.api."$name"(groupId: id).id == id
assert cm.api.listOrgs().first().id
def api = atlas.api
assert api.listOrgs().size() > 0
assert atlas.api.listOrgs(pageNum: 1, itemsPerPage: '2'.toInteger()).results

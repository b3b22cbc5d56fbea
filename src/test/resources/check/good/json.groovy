def answer = atlas.get('/groups', itemsPerPage: 1)
assert answer.results.size() == 1
assert answer.results[0].name.length() > 0
answer.results.each { project -> println project.name.toUpperCase() }
answer.extra = 'added'
assert answer.extra.size() == 5
def first = answer.results.first()
first.anything = [1, 2]
assert first.anything.sum() == 3
assert answer.totalCount > 0 && answer['links'] != null
json answer.results.collect { [id: it.id, name: it['name']] }
def raw = cm.get('/orgs')
for (o in raw.results) { assert o.id.matches(/[0-9a-f]{24}/) }

def projects = atlas.projects.list()
assert projects.name.size() == projects.size()
assert projects*.id.every { it.length() == 24 }
projects.each { p -> println "${p.name}: ${p.clusterCount}" }
projects.eachWithIndex { p, i -> println i + p.name }
def byName = projects.collectEntries { [it.name, it] }
assert byName.values().first().id
assert projects.groupBy { it.orgId }.every { org, list -> list.every { it.orgId == org } }
assert projects.sort { a, b -> a.name <=> b.name }.first().name
assert projects.find { it.name == 'nope' }?.id == null
assert projects.findAll { it.clusterCount > 0 }.collect { it.name.toUpperCase() }.join(', ').length() >= 0
assert projects[0].id == projects.first().id && projects[-1].name
assert projects.first().name in projects
assert projects.toList().sort { it.name }.reverse().size() == projects.size()
assert projects.max { it.clusterCount ?: 0 }.name
assert projects.stream().map { it.name }.count() == projects.size()
assert projects.inject(0) { n, p -> n + (p.clusterCount ?: 0) } >= 0
assert projects.countBy { it.orgId }.values().sum() == projects.size()
for (p in projects) { assert p.id }
for (p in atlas.projects) { assert p.name }
def it2 = projects.iterator()
while (it2.hasNext()) { assert it2.next().id }
def more = projects.first().more
assert more instanceof Map
assert projects.parallel(2).collect { it.name }.size() == projects.size()

def m = [a: 1, b: 'x']
m.c = [d: [e: 5]]
assert m.c.d.e == 5
m.a = 'now a text'
assert m.a.toUpperCase().startsWith('NOW')
assert m['b'].size() == 1
assert m.missing == null
m.each { k, v -> assert k.toUpperCase() }
m.each { entry -> assert entry.key != entry.value }
assert m.collectEntries { k, v -> [(k): v.toString()] }.a.length() > 3
def nested = [:].withDefault { [] }
nested.x << 1
assert nested.x == [1]
assert m.size() == 3 && m.keySet().contains('a')
def byName = [p: atlas.projects.list().first()]
byName.note = 'a text'
assert byName.note.length() == 6

def shop() { atlas.projects.list().first() }
def maybe(boolean b) { if (b) { return 'text' }; return 5 }
def either(n) { n > 1 ? 'text' : [1, 2] }
def collect2(list) { list.collect { it.name } }
assert shop().name.length() > 0
assert maybe(true).length() == 4 && maybe(false) + 1 == 6
assert either(2).length() == 4 && either(1).size() == 2
assert collect2(atlas.orgs.list()).size() > 0
def build(Map m = [:]) { [name: 'x'] + m }
assert build(size: 1).size == 1 && build().name == 'x'
def last = { -> shop() }
assert last().id

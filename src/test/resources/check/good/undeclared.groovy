a = 1
b = 'text'
c = { it * 2 }
assert a + 1 == 2 && b.length() == 4 && c(2) == 4
a = 'now text'
assert a.size() == 8
def useThem() { a.size() + b.size() }
assert useThem() == 12
list = []
[1, 2].each { list << it }
assert list.size() == 2
if (list) { late = 5 }
assert late == 5
counter = 0
3.times { counter++ }
assert counter == 3
projects = atlas.projects.list()
projects = projects.toList()
assert projects.first().name
binding.setVariable('made', 7)
assert made == 7
assert binding.hasVariable('a')

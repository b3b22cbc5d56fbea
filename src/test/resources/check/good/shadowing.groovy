def list = [1, 2]
list.each { list2 -> assert list2 > 0 }
def name = 'outer'
['a'].each { assert name == 'outer' }
def f(name) { name.reverse() }
assert f('ab') == 'ba'
def atlasName = atlas.orgs.list().first().name
def project = 'a text'
atlas.projects.list().each { p -> assert p.name != project }
def check(project) { project.size() }
assert check('abc') == 3 && check([1]) == 1
['x': 1].each { key, value -> def project2 = key; assert project2 == 'x' }
class Holder { String project = 'p'; def get() { project } }
assert new Holder().get() == 'p'
for (org in ['a', 'b']) { assert org.length() == 1 }
atlas.orgs.list().each { org -> assert org.id }
def table = [1]
assert table.size() == 1
def json = 'x'
assert json.length() == 1

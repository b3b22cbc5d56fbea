def nothing = null
assert nothing?.foo?.bar == null
assert nothing?.foo() == null
assert [null, 'a']*.length() == [null, 1]
assert nothing.is(null)
def m = [:]
assert m?.a?.b?.c() == null
def v
assert v == null
v = 'set'
assert v.size() == 3
def w
if (args) { w = 1 } else { w = 'text' }
assert w.toString().length() > 0
def migration
[1].each { migration = [status: 'X'] }
assert migration.status.toLowerCase() == 'x'
assert nothing?[0] == null
assert "$nothing" == 'null'

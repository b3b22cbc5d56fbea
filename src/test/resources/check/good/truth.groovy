def empty = []
if (!empty) { assert true }
def name = null ?: 'default'
assert name.size() == 7
def n = 0
assert (n ?: 'none') == 'none'
String maybe = null
assert maybe?.length() == null
assert !'' && !0 && !null && ![:] && 'x' && 1
def x = null
x ?= 5
assert x == 5
assert (empty || name) && !(empty && name)
def picked = args ? args[0] : atlas.projects.list()?.first()?.name
assert picked.length() > 0

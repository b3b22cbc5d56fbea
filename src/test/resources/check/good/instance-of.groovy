def describe(x) {
    if (x instanceof String) { return x.toUpperCase() }
    if (x instanceof List && x.size() > 1) { return x.first() }
    if (x instanceof Map) { return x.keySet().join() }
    x.toString()
}
assert describe('a') == 'A' && describe([1, 2]) == 1 && describe([k: 1]) == 'k' && describe(5) == '5'
Object o = 'text'
assert o.length() == 4
if (o instanceof CharSequence) { assert o.charAt(0) == 'x' || true }
Object p = atlas.projects.list().first()
assert p.name && p.clusterCount != -1
Comparable c = 5
assert c + 1 == 6
Number n = 3
assert n.intValue() == 3
Iterable it3 = [1]
assert it3.size() == 1
Collection cs = atlas.projects.list()
assert cs.first().name

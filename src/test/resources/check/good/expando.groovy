def e = new Expando(name: 'x')
e.size = 5
e.grow = { n -> delegate.size + n }
assert e.grow(2) == 7
assert e.size == 5 && e.name == 'x'
def proxy = [iterator: { [1, 2].iterator() }] as Iterable
assert proxy.collect { it } == [1, 2]
def o = new ObservableMap()
o.x = 1
assert o.x == 1
class Bag { static Map all = [:]; def getProperty(String n) { Bag.@all[n] ?: 'none' }; void setProperty(String n, v) { Bag.@all[n] = v } }
def b = new Bag()
b.foo = 1
assert b.foo == 1 && b.bar == 'none'

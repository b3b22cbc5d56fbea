class Box<T> { T value; T get() { value }; static <U> Box<U> of(U u) { new Box<U>(value: u) } }
def b = Box.of('x')
assert b.get().length() == 1
b.value = 5
assert b.get() + 1 == 6
Box<Integer> n = new Box<>(value: 1)
assert n.value + 1 == 2
Map<String, List<Map<String, Object>>> deep = [:]
deep.computeIfAbsent('a') { [] } << [k: 1]
assert deep.a[0].k == 1
Optional<String> o = Optional.of('q')
assert o.map { it.toUpperCase() }.orElse('') == 'Q'
assert Optional.empty().isEmpty()
def cached = [:].withDefault { k -> k.toString() * 2 }
assert cached['x'].length() == 2

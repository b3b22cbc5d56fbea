def greet(name, greeting = 'hello') { "$greeting $name" }
String typed(String a, int n) { a * n }
static int helper(int n) { n + 1 }
private List rows() { [[a: 1]] }
void nothing() { }
def many(String... all) { all.size() }
def named(Map options, x) { options.size() + x }
def generic(Closure c = { it }) { c(1) }
assert greet('x') == 'hello x' && greet('x', 'bye') == 'bye x'
assert typed('a', 2) == 'aa' && helper(1) == 2 && rows().first().a == 1
nothing()
assert many() == 0 && many('a', 'b') == 2
assert named(a: 1, b: 2, 3) == 5
assert generic() == 1 && generic { it + 1 } == 2
def recursive(n) { n <= 0 ? 0 : n + recursive(n - 1) }
assert recursive(3) == 6
assert this.greet('y') == 'hello y'
assert this."greet"('z') == 'hello z'
def method = 'greet'
assert "$method"('q') == 'hello q'

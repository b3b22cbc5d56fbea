assert 'abc'.any { it == 'b' }
assert (1..3).every { it } && [1, 2, 3].any { it > 2 }
def m = [(1): 'a', 'b c': 2, ("d${1}".toString()): 3]
assert m[1] == 'a' && m.'b c' == 2 && m.'d1' == 3
def key = 'dyn'
assert [(key): 1]."$key" == 1
def list = [*[1, 2], *(3..4)]
assert list.size() == 4
def all = [*: [a: 1], b: 2]
assert all.a == 1
def f(int... n) { n.sum() }
assert f(*[1, 2]) == 3
assert [1, 2, 3].with { it[0] + it[-1] } == 4
assert !!'x'
assert (true ? 1 : 'a') == 1
def x = (y = 5) + 1
assert x == 6 && y == 5
def c = { int a, String b -> "$a$b" }
assert c(1, 'b') == '1b'
assert 5.with { it + 1 } == 6
int a = 1, b = 2
assert a + b == 3
final z = 'fixed'
assert z.size() == 5
var v = 'var'
assert v.length() == 3
assert 'x'.equals('x') && 'x'.hashCode() == 'x'.hashCode() && 'x'.class == String && 'x'.getClass() == String
assert 10.times { } == null
assert new Date() > new Date(0)
assert 'a' < 'b' && [1, 2] == [1, 2] && [a: 1] == [a: 1]
assert "a" in ['a'] && 'a' in 'a'..'c' && 5 in Integer

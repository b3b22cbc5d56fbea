class Vec {
    int x
    Vec plus(Vec o) { new Vec(x: x + o.x) }
    Vec negative() { new Vec(x: -x) }
    int getAt(int i) { x }
    boolean isCase(o) { o == x }
    int compareTo(Vec o) { x <=> o.x }
    def call(n) { x * n }
    boolean asBoolean() { x != 0 }
}
def v = new Vec(x: 1) + new Vec(x: 2)
assert v.x == 3 && (-v).x == -3 && v[0] == 3 && (3 in v) && v(2) == 6 && v
assert [1, 2] + 3 == [1, 2, 3] && [1, 2, 2] - 2 == [1] && [a: 1] + [b: 2] == [a: 1, b: 2]
assert (1 <=> 2) == -1 && 2**3 == 8 && 7.intdiv(2) == 3 && 7 % 4 == 3 && (5 & 3) == 1
def n = 1
n += 2.5
assert n == 3.5
n = n as int
assert n == 3
def i = 1; i++; ++i
assert i == 3 && i-- == 3
assert !(1 === 2) && 'a' !== null && (1 !in [2]) && ('x' !instanceof Integer)

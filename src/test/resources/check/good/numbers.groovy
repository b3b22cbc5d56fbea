assert 1 + 1.5 == 2.5 && 10 / 4 == 2.5 && 1_000 == 1000 && 0xff == 255 && 10G instanceof BigInteger
def total = 0
[1, 2.5, 3L].each { total += it }
assert total == 6.5
assert Math.max(1, 2) == 2 && 3.7.round() == 4 && (3.14159).round(2) == 3.14
def big = 2G ** 70
assert big.bitLength() == 71
int x = 3.9 as int
long y = x
double d = y / 2
assert d == 1.5 && x.class == Integer
assert '5' as int == 5 && '5'.toInteger() + 1 == 6 && '2.5'.toBigDecimal() * 2 == 5
def sum = [1, 2, 3].inject(0) { a, b -> a + b / 2 }
assert sum.toString() == '3' || sum == 3
def s = [1, 2].sum { it * 1.5 }
assert s == 4.5 && s.setScale(1).toString() == '4.5'
assert [3, 1].max() == 3 && [1, 2].average() == 1.5

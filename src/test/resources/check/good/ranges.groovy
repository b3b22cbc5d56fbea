assert (1..5).sum() == 15 && (1..<5).size() == 4 && ('a'..'e').contains('c')
assert (5..1).toList() == [5, 4, 3, 2, 1]
for (i in 1..3) { assert i <= 3 }
(0..10).step(5) { assert it % 5 == 0 }
def r = 0..<3
assert r.from == 0 && r.to == 2
assert [10, 20, 30, 40][1..2] == [20, 30]
1.upto(3) { assert it > 0 }
3.downto(1) { assert it > 0 }
0.step(10, 5) { assert it < 10 }
assert (1..3).collect { it * 2 } == [2, 4, 6]

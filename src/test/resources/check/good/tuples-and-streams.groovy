def t = new Tuple2('a', 1)
assert t.v1 == 'a' && t[1] == 1
def (x, y) = t
assert x == 'a' && y + 1 == 2
assert Tuple.tuple(1, 2, 3).size() == 3
assert (1..4).stream().filter { it % 2 == 0 }.mapToInt { it }.sum() == 6
assert ['b', 'a'].stream().sorted().collect(java.util.stream.Collectors.joining('-')) == 'a-b'
assert java.util.stream.IntStream.range(0, 3).boxed().toList() == [0, 1, 2]
def lazy = [1, 2, 3].iterator()
assert lazy.next() == 1
def gen = { -> def n = 0; return { -> n++ } }()
assert gen() == 0 && gen() == 1
assert [1, 2, 3].stream().reduce(0) { a, b -> a + b } == 6

import groovy.transform.*
@ToString @EqualsAndHashCode class Point { int x, y }
@Canonical class Pair { def left, right }
@Immutable class Money { String currency; int cents }
@TupleConstructor class Triple { def a, b, c }
@Singleton class One { int n = 1 }
@Sortable class Ranked { int rank }
assert new Point(x: 1, y: 2) == new Point(x: 1, y: 2)
assert new Pair(1, 2).left == 1
assert new Money('EUR', 5).currency == 'EUR'
assert new Triple(1, 2, 3).c == 3
assert One.instance.n == 1
assert [new Ranked(rank: 2), new Ranked(rank: 1)].sort().first().rank == 1
@groovy.transform.builder.Builder class Built { String name; int size }
assert Built.builder().name('x').size(3).build().size == 3

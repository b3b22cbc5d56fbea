def add = { a, b = 1 -> a + b }
assert add(1) == 2 && add(1, 2) == 3 && add.call(1, 1) == 2
def curried = add.curry(5)
assert curried(2) == 7
def twice = add.rcurry(2) >> { it * 2 }
assert twice(1) == 6
def fact
fact = { n -> n < 2 ? 1 : n * fact(n - 1) }
assert fact(5) == 120
def apply(Closure c, x) { c(x) }
assert apply({ it + 1 }, 1) == 2
def varargs = { ...xs -> xs.size() }
assert varargs(1, 2, 3) == 3
Runnable r = { println 'run' }
r.run()
Comparator<String> byLength = { a, b -> a.length() <=> b.length() }
assert ['ccc', 'a'].toSorted(byLength) == ['a', 'ccc']
def f = { it?.toString() ?: 'none' }
assert f(null) == 'none'
assert { -> owner.class.simpleName }() != null
assert add.maximumNumberOfParameters == 2
def lambda = (x) -> x * 2
assert lambda(3) == 6
java.util.function.Supplier<String> s = () -> 'q'
assert s.get() == 'q'

assert ['a', 'b'].collect(String::toUpperCase) == ['A', 'B']
assert ['1', '2'].collect(Integer::parseInt).sum() == 3
def upper = 'abc'.&toUpperCase
assert upper() == 'ABC'
def make = ArrayList::new
assert make().isEmpty()
def say = this.&greet
def greet(who) { "hi $who" }
assert say('x') == 'hi x'
assert [3, 1].stream().map(n -> n + 1).sorted().toList() == [2, 4]
def list = atlas.clusters.&list
assert atlas.projects.list().collect { list(it.id).size() }.sum() >= 1

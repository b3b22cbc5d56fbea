def list = [3, 1, 2]
assert list.sort(false) == [1, 2, 3] && list.max() == 3 && list.sum() == 6
assert list.collect { it * 2 }.findAll { it > 2 }.every { it > 2 }
assert [[1, 2], [3]].flatten() == [1, 2, 3] && [1, 2, 3].collate(2) == [[1, 2], [3]]
assert [1, 1, 2].unique() == [1, 2] && [1, 2].withIndex()[0][1] == 0
assert [a: 1].collect { k, v -> "$k$v" } == ['a1'] && [1, 2, 3].head() == 1 && [1, 2, 3].tail() == [2, 3]
assert ['a', 'b'].indexed().collect { i, s -> "$i$s" } == ['0a', '1b']
assert [1, 2, 3, 4].groupBy { it % 2 ? 'odd' : 'even' }.odd == [1, 3]
assert ([1, 2] as Set).contains(1) && [1, 2].toSet().size() == 2
assert list*.toString() == ['3', '1', '2']
def stack = new ArrayDeque([1])
stack.push(2)
assert stack.pop() == 2
LinkedHashMap<String, List<Integer>> typed = [a: [1]]
typed.b = [2]
assert typed.collectMany { k, v -> v } == [1, 2]
List<String> names = ['x']
names += 'y'
assert names.size() == 2
int[] array = [1, 2, 3]
assert array.length == 3 && array.sum() == 6 && array[0] == 1
def matrix = new int[2][3]
assert matrix.length == 2
String[] words = 'a b'.split(' ')
assert words.toList().size() == 2
assert [1, [2, 3]].flatten().inject { a, b -> a + b } == 6
assert [b: 2, a: 1].sort().keySet().first() == 'a' && [1, 2].combinations().size() >= 1
def (evens, odds) = [1, 2, 3].split { it % 2 == 0 }
assert evens == [2]
assert [x: 1].find { it.key == 'x' }.value == 1
assert list.removeIf { it == 3 } && list.size() == 2
assert ['k', 'v'].collectEntries { [it, it * 2] }.k == 'kk'
assert [[id: 1, n: 'a']].find { it.id == 1 }.n.length() == 1

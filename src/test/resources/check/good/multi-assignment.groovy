def (a, b, c) = [1, 'two']
assert a == 1 && b.length() == 3 && c == null
(a, b) = [b, a]
assert a.toUpperCase() == 'TWO' && b == 1
def (first, second) = 'x,y'.split(',')
assert second == 'y'
def (int n, String s) = [1, 'q']
assert n + s == '1q'
def pair() { [1, 2] }
def (left, right) = pair()
assert left + right == 3
def (one, two) = args ?: ['p', 'q']
assert two == 'q'

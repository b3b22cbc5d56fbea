def x = 1
x = 'text'
assert x.toUpperCase() == 'TEXT'
x = [1, 2]
assert x.size() == 2
def change = { x = new Date(0) }
change()
assert x.time == 0
def y = 5
3.times { y = 'v' + it }
assert y.length() == 2

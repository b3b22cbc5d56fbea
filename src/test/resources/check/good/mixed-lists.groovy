def list = [1]
list << 'two' << 3.0
assert list.findAll { it instanceof String }.collect { it.toUpperCase() } == ['TWO']
list.each { if (it instanceof String) { assert it.length() == 3 } }
def texts = []
texts.add('a')
texts.each { assert it.toUpperCase() == 'A' }
def numbers = [1, 2]
numbers[0] = 'one'
assert numbers[0].length() == 3
assert numbers.first().capitalize() == 'One'

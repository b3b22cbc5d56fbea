import groovy.transform.Field
@Field int counter = 0
@Field List<String> names = []
@Field def anything
@Field final String FIXED = 'x'
def bump() { counter++; names << "n$counter" }
bump(); bump()
assert counter == 2 && names.last() == 'n2'
anything = 1
anything = 'text'
assert anything.length() == 4
assert FIXED.size() == 1

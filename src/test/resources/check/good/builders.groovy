def builder = new NodeBuilder()
def tree = builder.people {
    person(name: 'Ann') { city 'Oslo' }
    person(name: 'Bob')
}
assert tree.person.size() == 2
assert tree.person[0].@name == 'Ann'
assert tree.person[0].city.text() == 'Oslo'

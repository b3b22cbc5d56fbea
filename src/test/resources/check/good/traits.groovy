trait Named2 { String name; String greet() { "hello $name" } }
trait Loud { String shout() { greet().toUpperCase() } }
class Person implements Named2, Loud {}
def p = new Person(name: 'ann')
assert p.greet() == 'hello ann'
assert p.shout() == 'HELLO ANN'
def loud = 'x' as Loud2
assert loud.twice().length() > 0
trait Loud2 { String twice() { this.toString() * 2 } }

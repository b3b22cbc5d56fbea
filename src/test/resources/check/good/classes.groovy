class Animal {
    String name
    private int legs = 4
    static int made = 0
    Animal() { made++ }
    Animal(String name) { this.name = name; made++ }
    int getLegs() { legs }
    void setLegs(int n) { legs = n }
    String toString() { "$name on $legs" }
    static Animal of(String n) { new Animal(n) }
    class Inner { String who() { name } }
    enum Kind { CAT, DOG; Kind other() { this == CAT ? DOG : CAT } }
}
class Bird extends Animal {
    { legs = 2 }
    String fly() { super.toString() + ' flies' } }
def b = new Bird(name: 'tit')
assert b.fly() == 'tit on 2 flies' && b.legs == 2
assert Animal.of('x').name == 'x' && Animal.made == 2
assert Animal.Kind.CAT.other() == Animal.Kind.DOG
assert Animal.Kind.valueOf('CAT').name() == 'CAT' && Animal.Kind.values().size() == 2
interface Shape { double area() }
def square = { -> 4.0d } as Shape
assert square.area() == 4
def circle = [area: { -> 3.14d }] as Shape
assert circle.area() > 3
record Spot(int x, int y) { int sum() { x + y } }
assert new Spot(1, 2).sum() == 3 && new Spot(1, 2).x() == 1
def anonymous = new Object() { String toString() { 'anon' } ; int extra() { 7 } }
assert anonymous.toString() == 'anon' && anonymous.extra() == 7

class Anything {
    def propertyMissing(String name) { name }
    def methodMissing(String name, args) { "$name${args.size()}" }
}
def any = new Anything()
assert any.foo == 'foo'
assert any.bar(1, 2) == 'bar2'
assert any.bar(1).length() == 4

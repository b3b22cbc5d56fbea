String.metaClass.shout = { -> delegate.toUpperCase() }
assert 'a'.shout() == 'A'
Integer.metaClass.getHalf = { -> delegate / 2 }
assert 4.half == 2
Integer.metaClass { twice { -> delegate * 2 } }
assert 4.twice() == 8
GroovySystem.metaClassRegistry.removeMetaClass(String)
GroovySystem.metaClassRegistry.removeMetaClass(Integer)

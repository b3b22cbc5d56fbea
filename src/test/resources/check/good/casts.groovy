def n = '5' as Integer
assert n + 1 == 6
def s = (String) 5.toString()
assert s.length() == 1
def set = [1, 1] as Set
assert set.size() == 1
def list = set as List
assert list[0] == 1
assert (Object) 'x' == 'x'
def c = 'x' as char
assert c == ('x' as char)
def any = (Object) [a: 1]
assert any.a == 1
BigDecimal bd = 1.5
float f = bd
assert f > 1
def runnable = { } as Runnable
runnable.run()
enum Level { LOW, HIGH }
assert 'LOW' as Level == Level.LOW
Level l = 'HIGH'
assert l == Level.HIGH

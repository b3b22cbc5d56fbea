import groovy.transform.Field
@Deprecated def old() { 1 }
@SuppressWarnings('unused') def unused = 2
assert old() == 1
@groovy.transform.Field static final int LIMIT = 3
assert LIMIT == 3
@groovy.transform.AutoFinal class Fixed { int twice(int n) { n * 2 } }
assert new Fixed().twice(2) == 4
@groovy.util.logging.Log class Logged { def say() { log.name } }
assert new Logged().say() == 'Logged'

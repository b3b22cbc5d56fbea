def tried = []
try { throw new IllegalStateException('x') }
catch (IllegalArgumentException | IllegalStateException e) { tried << e.message }
finally { tried << 'end' }
assert tried == ['x', 'end']
try { null.foo() } catch (e) { tried << e.class.simpleName }
try { assert false : 'no' } catch (AssertionError e) { assert e.message.contains('no') }
try (def reader = new StringReader('q')) { assert reader.read() > 0 }
def safe(Closure c) { try { c() } catch (any) { any.message } }
assert safe { throw new RuntimeException('m') } == 'm'
try {
    atlas.clusters.get('5f0000000000000000000000', 'none')
} catch (dev.ferry.api.failure.ErrorAnswerException e) {
    assert e.status() in [403, 404]
    println e.errorCode()
}

import java.util.concurrent.*
def pool = Executors.newFixedThreadPool(2)
def f = pool.submit({ 40 + 2 } as Callable)
assert f.get() == 42
pool.shutdown()
def map = new ConcurrentHashMap()
(1..3).collect { n -> Thread.start { map[n] = n * n } }*.join()
assert map[3] == 9
def lock = new Object()
synchronized (lock) { map.x = 1 }
def latch = new CountDownLatch(1)
Thread.start { latch.countDown() }
latch.await()
assert CompletableFuture.supplyAsync { 5 }.thenApply { it + 1 }.get() == 6

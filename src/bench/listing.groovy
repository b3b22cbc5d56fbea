// 10,000 projects, read to the end: Ferry's listing beside a bare loop over OkHttp and Moshi, in one process and in turns.
//
//     target/ferry/bin/ferry src/bench/listing.groovy [LATENCY-MS]
//
// LATENCY-MS is how long the server thinks about each page; 0 when not given. FERRY_JIT=full shows what the optimising
// compiler would add.
import com.squareup.moshi.Moshi
import com.squareup.moshi.Types
import com.sun.management.OperatingSystemMXBean
import com.sun.net.httpserver.HttpServer
import dev.ferry.api.atlas.Projects
import dev.ferry.api.http.ApiClient
import dev.ferry.output.Secret
import dev.ferry.profile.ApiKey
import dev.ferry.profile.Connection
import java.lang.management.ManagementFactory
import java.util.concurrent.Executors
import okhttp3.OkHttpClient
import okhttp3.Request

int total = 10_000
long latency = args ? args[0] as long : 0

// Without it each answer waits 40 ms for an acknowledgement.
System.setProperty('sun.net.httpserver.nodelay', 'true')
def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
def threads = Executors.newCachedThreadPool { work -> new Thread(work).tap { daemon = true } }
server.executor = threads
String origin = "http://127.0.0.1:${server.address.port}"

byte[] page(String origin, int total, int size, int number) {
    int from = (number - 1) * size
    def results = (from + 1..Math.min(total, from + size)).collect { int i ->
        String id = String.format('%024x', i as long)
        """{"id":"$id","name":"project-$i","orgId":"60c4fd418ebe251047c50554","clusterCount":3,"created":"2024-05-30T08:30:00Z","links":[]}"""
    }
    String next = from + size < total
            ? """{"rel":"next","href":"$origin/api/atlas/v2/groups?itemsPerPage=$size&pageNum=${number + 1}"}""" : ''
    """{"links":[$next],"results":[${results.join(',')}],"totalCount":$total}""".toString().getBytes('UTF-8')
}

Map<String, byte[]> answers = [:]
for (size in [100, 500]) {
    for (number in 1..total.intdiv(size)) {
        answers["$size/$number".toString()] = page(origin, total, size, number)
    }
}
server.createContext('/') { exchange ->
    String query = exchange.requestURI.query ?: ''
    def size = query =~ /itemsPerPage=(\d+)/
    def number = query =~ /pageNum=(\d+)/
    byte[] answer = answers["${size ? size[0][1] : 100}/${number ? number[0][1] : 1}".toString()]
    if (latency) {
        Thread.sleep(latency)
    }
    exchange.responseHeaders.add('Content-Type', 'application/vnd.atlas.2023-01-01+json')
    exchange.sendResponseHeaders(200, answer.length)
    exchange.responseBody.withStream { it.write(answer) }
}
server.start()

class Bare {
    final client = new OkHttpClient()
    final json = new Moshi.Builder().build().adapter(Types.newParameterizedType(Map, String, Object))

    int read(String origin, int size, Closure each) {
        int count = 0
        for (int number = 1; ; number++) {
            def request = new Request.Builder().url("$origin/api/atlas/v2/groups?itemsPerPage=$size&pageNum=$number").build()
            Map page = client.newCall(request).execute().withCloseable { json.fromJson(it.body().source()) }
            for (project in page.results) {
                count++
            }
            each()
            if (!page.links.any { it.rel == 'next' }) {
                return count
            }
        }
    }
}

// Nothing here wants a key: what is compared is the reading of lists.
def client = new ApiClient(
        new Connection(URI.create(origin), new ApiKey('bench', Secret.of('bench-private-key')), null),
        ApiClient.Settings.defaults())
def projects = client.service(Projects)

int listing(Iterable list, Closure each) {
    int count = 0
    for (project in list) {
        if (++count % 500 == 0) {
            each()
        }
    }
    count
}

def bare = new Bare()
Map<String, Closure<Integer>> ways = [
        'bare loop, 100 a page'         : { each -> bare.read(origin, 100, each) },
        'bare loop, 500 a page'         : { each -> bare.read(origin, 500, each) },
        'listing, as it comes'          : { each -> listing(projects.list(), each) },
        'listing, 100 a page'           : { each -> listing(projects.list(itemsPerPage: 100), each) },
        'listing, 500 a page'           : { each -> listing(projects.list(itemsPerPage: 500), each) },
        'listing, as it comes, parallel': { each -> listing(projects.list().parallel(4), each) },
]

// Memory first: what is still reachable after a collection, at every 500th project or page, above what was there before.
def memory = ManagementFactory.memoryMXBean
def used = { System.gc(); memory.heapMemoryUsage.used }
Map<String, Long> peaks = [:]
ways.each { name, way ->
    way { }
    long before = used()
    long peak = 0
    way { peak = Math.max(peak, used() - before) }
    peaks[name] = peak
}

Map<String, List<Double>> times = [:].withDefault { [] }
12.times { round ->
    ways.each { name, way ->
        long start = System.nanoTime()
        int count = way { }
        double took = (System.nanoTime() - start) / 1e6d
        assert count == total
        if (round > 1) {
            times[name] << took
        }
    }
}
double basis = times['bare loop, 500 a page'].sort()[times['bare loop, 500 a page'].size().intdiv(2)]
println String.format('%-32s %8s %8s %8s %7s %10s', "$total projects, $latency ms a page", 'median', 'least', 'most', 'ratio', 'peak heap')
times.each { name, all ->
    def sorted = all.sort()
    double median = sorted[sorted.size().intdiv(2)]
    println String.format(
            Locale.ROOT, '%-32s %5.0f ms %5.0f ms %5.0f ms %7.2f %7d kB', name, median, sorted[0], sorted[-1], median / basis, peaks[name].intdiv(1024))
}
client.close()
server.stop(0)
threads.shutdown()

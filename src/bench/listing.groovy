// A listing of 100 pages of 500 projects, read to its end, ten times over:
//
//     target/ferry/bin/ferry src/bench/listing.groovy
//
// FERRY_JIT=full shows what the optimising compiler would add.
import com.sun.net.httpserver.HttpServer
import dev.ferry.api.atlas.Projects
import dev.ferry.api.http.ApiClient
import dev.ferry.output.Secret
import dev.ferry.profile.ApiKey
import dev.ferry.profile.Connection

int pages = 100
int size = 500

// Without it each answer waits 40 ms for an acknowledgement.
System.setProperty('sun.net.httpserver.nodelay', 'true')
def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
String origin = "http://127.0.0.1:${server.address.port}"
List<byte[]> answers = (1..pages).collect { int page ->
    def results = (1..size).collect { int i ->
        String id = String.format('%024x', (page * size + i) as long)
        """{"id":"$id","name":"project-$page-$i","orgId":"60c4fd418ebe251047c50554","clusterCount":3,"created":"2024-05-30T08:30:00Z","links":[]}"""
    }
    String next = page < pages ? """{"rel":"next","href":"$origin/api/atlas/v2/groups?itemsPerPage=$size&pageNum=${page + 1}"}""" : ''
    """{"links":[$next],"results":[${results.join(',')}],"totalCount":${pages * size}}""".toString().getBytes('UTF-8')
}
server.createContext('/') { exchange ->
    def found = exchange.requestURI.query =~ /pageNum=(\d+)/
    byte[] answer = answers[(found ? found[0][1] as int : 1) - 1]
    exchange.responseHeaders.add('Content-Type', 'application/vnd.atlas.2023-01-01+json')
    exchange.sendResponseHeaders(200, answer.length)
    exchange.responseBody.withStream { it.write(answer) }
}
server.start()

def client = new ApiClient(
        new Connection(URI.create(origin), new ApiKey('bench', Secret.of('bench-private-key')), null),
        ApiClient.Settings.defaults())
10.times {
    long start = System.nanoTime()
    int count = 0
    for (project in client.service(Projects).list(itemsPerPage: size)) {
        count++
    }
    println "$count projects in ${(System.nanoTime() - start).intdiv(1_000_000)} ms"
}
client.close()
server.stop(0)

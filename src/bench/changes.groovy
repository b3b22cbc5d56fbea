// What the journal adds to a change: one process, one server on the loopback address, and the ways by turns.
//
//     target/ferry/bin/ferry src/bench/changes.groovy [CHANGES] [FOLDER]
//
// CHANGES is how many are made in each way; 200 when not given. FOLDER is where the journal is kept, since its disk is what is measured; a
// temporary one when not given. The load of the machine is printed, because two syncs of a busy disk say nothing about the journal.
import com.sun.net.httpserver.HttpServer
import dev.ferry.api.change.ChangeLog
import dev.ferry.api.http.ApiClient
import dev.ferry.journal.Origin
import dev.ferry.journal.RunStart
import dev.ferry.journal.Runs
import dev.ferry.output.Secret
import dev.ferry.profile.ApiKey
import dev.ferry.profile.Connection
import dev.ferry.profile.Folders
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.Executors

int changes = args ? args[0] as int : 200
Path folder = args && args.size() > 1 ? Path.of(args[1]) : Files.createTempDirectory('ferry-bench')
int warmUp = 50

// Without it each answer waits 40 ms for an acknowledgement.
System.setProperty('sun.net.httpserver.nodelay', 'true')
def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
server.executor = Executors.newCachedThreadPool { work -> new Thread(work).tap { daemon = true } }
byte[] answer = '{"id":"65f0c0ffee0000000000abcd","name":"shop","orgId":"60c4fd418ebe251047c50554","clusterCount":0}'.bytes
server.createContext('/') { exchange ->
    exchange.requestBody.bytes
    exchange.responseHeaders.add('Content-Type', 'application/vnd.atlas.2023-01-01+json')
    exchange.sendResponseHeaders(201, answer.length)
    exchange.responseBody.withStream { it.write(answer) }
}
server.start()

def connection = new Connection(
        URI.create("http://127.0.0.1:${server.address.port}"), new ApiKey('bench', Secret.of('bench-private-key')), null)
def run = new Runs(new Folders(folder, folder, folder), Clock.systemUTC()).begin(RunStart.of('bench', Origin.shell()))
List<Long> intents = [], outcomes = []
ChangeLog timed = { change ->
    long start = System.nanoTime()
    def intent = run.intend(change)
    intents << System.nanoTime() - start
    return { outcome ->
        long end = System.nanoTime()
        intent.ended(outcome)
        outcomes << System.nanoTime() - end
    } as ChangeLog.Intent
} as ChangeLog
def without = new ApiClient(connection, ApiClient.Settings.defaults())
def with = new ApiClient(connection, ApiClient.Settings.defaults().withChangeLog(timed))
def body = [name: 'shop', orgId: '60c4fd418ebe251047c50554', tags: [[key: 'team', value: 'payments']]]

// The disk alone: lines as long as the journal's, each synced, in a file of their own.
def bare = new RandomAccessFile(Files.createTempFile(folder, 'bare', '.jsonl').toFile(), 'rw')
byte[] line = ('x' * 900 + '\n').bytes

long time(Closure work) {
    long start = System.nanoTime()
    work()
    System.nanoTime() - start
}

Map<String, List<Long>> took = ['without': [], 'with the journal': [], 'two bare lines, synced': [], 'two bare lines': []]
for (i in 1..warmUp + changes) {
    took['without'] << time { without.call('POST', '/api/atlas/v2/groups', [:], body) }
    took['with the journal'] << time { with.call('POST', '/api/atlas/v2/groups', [:], body) }
    took['two bare lines, synced'] << time { 2.times { bare.write(line); bare.FD.sync() } }
    took['two bare lines'] << time { 2.times { bare.write(line) } }
}
took['of that the intent'] = intents
took['of that the outcome'] = outcomes

println "$changes changes, load ${ManagementFactory.operatingSystemMXBean.systemLoadAverage}, ${folder.toAbsolutePath()}"
took.each { what, all ->
    def sorted = all.drop(warmUp).sort()
    printf '%-24s median %6.2f ms   90%% %6.2f   most %7.2f%n', what, sorted[sorted.size().intdiv(2)] / 1e6d,
            sorted[(sorted.size() * 0.9) as int] / 1e6d, sorted.last() / 1e6d
}
run.end(0)
run.close()
bare.close()
without.close()
with.close()
server.stop(0)
null

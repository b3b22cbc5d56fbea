println System.getenv('HOME') ?: 'none'
println System.properties['java.version'].tokenize('.')[0]
def env = System.getenv()
assert env.PATH != null || env['PATH'] == null
println Runtime.runtime.availableProcessors()
def t = Thread.start { println 'thread' }
t.join()
println "${new Date().time > 0}"
println Locale.ROOT.language.length()
assert InetAddress.getByName('127.0.0.1').loopbackAddress
println this.class.simpleName
println args.getClass().simpleName
assert [1, 2].class.name == 'java.util.ArrayList'

def file = File.createTempFile('ferry', '.txt')
file.text = 'a\nb\n'
file << 'c\n'
def lines = []
file.eachLine { lines << it }
new File(file.path).eachLine { line, number -> assert number > 0 }
assert lines == ['a', 'b', 'c']
file.withWriter { w -> w.writeLine 'x'; w << 'y' }
file.withReader { assert it.readLine() == 'x' }
assert file.readLines()*.length() == [1, 1]
assert file.name.endsWith('.txt') && file.bytes.length == 3
new File(file.parent).listFiles().find { it.name == file.name }.delete()
assert !file.exists()
def path = java.nio.file.Path.of('a', 'b')
assert path.fileName.toString() == 'b'

def name = 'x'
String plain = "gstring $name"
assert plain.startsWith('gstring')
assert "${1 + 1} and ${-> name}".toString() == '2 and x'
def lazy = "now: ${ -> name.toUpperCase() }"
name = 'y'
assert lazy == 'now: Y'
assert """multi
line""".readLines().size() == 2
assert 'a' * 3 == 'aaa' && 'abc'[0] == 'a' && 'abc'[-1] == 'c' && 'abc'[0..1] == 'ab'
assert 'abc' - 'b' == 'ac' && 'a,b'.tokenize(',') == ['a', 'b']
assert $/dollar $name slashy/$.contains('y')
assert 'Abc'.toList().every { it.length() == 1 }
assert 'x'.padLeft(3).center(5).stripIndent().isBlank() == false
assert 'camelCase'.replaceAll(/[A-Z]/) { '_' + it.toLowerCase() } == 'camel_case'
assert "$name".getClass().simpleName == 'GStringImpl'
def count(String t) { t.size() }
assert count("a$name") == 2

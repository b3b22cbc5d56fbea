def kind(x) {
    switch (x) {
        case null: return 'nothing'
        case Integer: return 'int'
        case String: return x.toUpperCase()
        case 1.0..2.0: return 'range'
        case [5.5, 6.5]: return 'list'
        case { it instanceof Map && it.a }: return 'closure'
        default: return 'other'
    }
}
assert kind(1) == 'int' && kind('a') == 'A' && kind([a: 1]) == 'closure' && kind(null) == 'nothing'
def word = switch (3) { case 1 -> 'one'; case 3 -> 'three'; default -> 'many' }
assert word.length() == 5
def s = 'x'
switch (s) { case 'x': case 'y': s = 1; break }
assert s + 1 == 2

outer:
for (i in 0..3) {
    for (j in 0..3) {
        if (j == 2) { continue outer }
        if (i == 2) { break outer }
    }
}
def send(Map m) { m }
def to(x) { [with: { y -> "$x $y" }] }
assert to('a').with('b') == 'a b'
def please(action) { [the: { what -> [of: { n -> "$what of $n" }] }] }
assert please('show').the('root').of(4) == 'root of 4'
println send(a: 1).a
do { 1 } while (false)
int i = 0
while (true) { if (i++ > 2) break }
assert i == 4
for (int k = 0, m = 1; k < 2; k++, m++) { assert m == k + 1 }
if (i > 1) println 'big' else println 'small'

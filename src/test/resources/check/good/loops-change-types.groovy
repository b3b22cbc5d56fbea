def value = 1
for (i in 0..2) {
    if (i > 0) {
        assert value.toUpperCase().startsWith('S')
    }
    value = 's' + i
}
def n = 0
while (n instanceof Integer && n < 3) { n++ }
assert n == 3

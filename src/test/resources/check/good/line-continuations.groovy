def total = 1 +
        2 +
        3
def text = 'a' \
        + 'b'
assert total == 6 && text == 'ab'
def found = [1, 2, 3]
        .findAll { it > 1 }
        .collect { it * 2 }
assert found == [4, 6]
def long1 = total > 5
        ? 'big'
        : 'small'
assert long1 == 'big'
println(
    [a: 1,
     b: 2,
    ].size(),
)
assert atlas.projects.list()
        .collect { p ->
            p.name
        }
        .every()

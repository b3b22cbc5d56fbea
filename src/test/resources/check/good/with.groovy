def project = atlas.projects.list().first()
project.with {
    println "$name has $clusterCount"
    println id
}
[1, 2].with { assert size() == 2 }
'abc'.with { assert length() == 3; assert toUpperCase() == 'ABC' }
def made = new ArrayList().tap { add 1; add 2 }
assert made.size() == 2

step('Look') { atlas.orgs.list().size() }
def found = step('Find') { atlas.projects.list().first() }
assert found.name
def waited = await('something', timeout: '1m', every: 1) { atlas.orgs.list() }
assert waited.size() > 0
def opts = [timeout: '5m']
await(opts, 'again') { true }
await('more') { 1 }
await 'done', until: { it > 0 }, { 5 }
def org = pick('--org', atlas.orgs.list(), atlas.orgs.list().first().name)
assert org.id
note "note ${org.name}"
show org
table atlas.projects
json([a: 1])
yaml org
csv atlas.projects.list()
println simulated
printf '%s %d%n', 'a', 1
printf('%s%n', 'b')
print 'c'
println()
sleep 1
sleep '1ms'
sleep(Duration.ofMillis(1))
if (confirm('Sure?')) { println 'yes' }
println confirm('Sure?', 'name')
println args.size() + args.join(',')

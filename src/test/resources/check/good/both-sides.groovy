def source = cm.orgs.list().first()
def link = cm.links.status(source.id)
println "${source.name}: ${link.status} ${link.synced()}"
cm.orgs.projects(source.id).each { p ->
    cm.clusters.list(p.id).each { c -> println "  ${p.name} ${c.clusterName} ${c.typeName}" }
    cm.hosts.list(p.id).each { h -> println "    ${h.hostname}:${h.port} ${h.version ?: '?'}" }
}
def target = atlas.orgs.list().find { it.name } ?: fail('none')
println atlas.liveMigrations.availableProjects(target.id).collect { it.name }
def counts = [source: cm.orgs.projects(source.id).size(), target: atlas.orgs.projects(target.id).size()]
assert counts.source > 0 && counts.values().sum() > 0

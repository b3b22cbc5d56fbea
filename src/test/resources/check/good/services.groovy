def project = atlas.projects[atlas.projects.list().first().name]
def clusters = atlas.clusters
def all = clusters.list(project.id)
for (c in all) { assert clusters.get(project.id, c.name).name == c.name }
def options = [itemsPerPage: 5]
assert clusters.list(options, project.id) != null
assert clusters.list(project.id, itemsPerPage: 5, includeCount: true) != null
assert clusters.list(*[project.id]) != null
def api = atlas
assert api.orgs.list().size() > 0
def sides = [target: atlas, source: cm]
sides.each { side, s -> println side + s.orgs.list().size() }
def list(service) { service.list().size() }
assert list(atlas.orgs) > 0
assert atlas.at('2024-08-05').clusters.list(project.id) != null
assert cm.orgs.collect { it.name }.size() > 0
assert atlas.orgs.size() > 0
assert (atlas.orgs.list().first().name in atlas.orgs)
def x = atlas.orgs.list()
x.each {}
x = x.first()
assert x.name

import dev.ferry.api.Listing
import dev.ferry.api.atlas.Atlas
import dev.ferry.api.atlas.Project
import dev.ferry.api.atlas.Organization as Org
Listing<Project> all = atlas.projects.list()
Project first = all.first()
String name = first.name
int count = first.clusterCount ?: 0
Org org = atlas.orgs.list().first()
boolean used(Project p) { p.clusterCount > 0 }
List<Project> usedOnes = all.findAll { used(it) }
Map<String, Project> byName = all.collectEntries { [it.name, it] }
assert byName[name].id == first.id
Atlas api = atlas
for (Project p : all) { println p.name }
usedOnes.each { Project p -> println p.id }
def names = { List<Project> ps -> ps*.name }
assert names(all.toList()).size() == all.size()
assert first.id() == first.id && first.name() == name
assert first.toString().length() > 0 && first == first && first.hashCode() == first.hashCode()
println first.properties.keySet().size() + first.class.simpleName + org.name

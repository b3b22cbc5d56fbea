#!/usr/bin/env -S ferry run
// Lists what there is on both sides: organizations, their projects, and the deployments in them.
//
// Changes nothing. Prints one row a deployment; give -o csv or -o json to go on with it elsewhere.
//
// Example: ferry -o csv run explore-organizations.groovy --side source > inventory.csv

import dev.ferry.output.Suggestion
import groovy.transform.Field
import picocli.CommandLine.Option

enum Side { source, target, both }

@Option(names = '--side', paramLabel = 'SIDE', description = 'source, target or both; both when not given')
@Field Side side = Side.both

@Option(names = '--org', paramLabel = 'NAME', description = 'only the organization with this name or id')
@Field String org

@Option(names = '--hosts', description = 'also count the hosts and agents of the source; two more calls a project')
@Field boolean hosts

def wanted = { organization -> org == null || org in [organization.name, organization.id] }
def rows = []

if (side != Side.target) {
    step('Explore the source') {
        cm.orgs.list().findAll(wanted).each { organization ->
            def link = cm.links.status(organization.id).status
            cm.orgs.projects(organization.id).each { project ->
                def clusters = cm.clusters.list(project.id).toList()
                def row = [side: 'source', organization: organization.name, link: link, project: project.name]
                if (hosts) {
                    row.hosts = cm.hosts.list(project.id).size()
                    row.agents = cm.agents.list(project.id, 'AUTOMATION').size()
                }
                (clusters ?: [null]).each { cluster ->
                    rows << row + [deployment: cluster?.clusterName ?: '-', type: cluster?.typeName ?: '-']
                }
            }
        }
    }
}

if (side != Side.source) {
    step('Explore the target') {
        atlas.orgs.list().findAll(wanted).each { organization ->
            atlas.orgs.projects(organization.id).each { project ->
                def clusters = project.clusterCount == 0 ? [] : atlas.clusters.list(project.id).toList()
                (clusters ?: [null]).each { cluster ->
                    rows << [side: 'target', organization: organization.name, link: '-', project: project.name,
                             deployment: cluster?.name ?: '-', type: cluster?.clusterType ?: '-',
                             version: cluster?.mongoDBVersion, state: cluster?.stateName]
                }
            }
        }
    }
}

if (org && !rows) {
    def names = cm.orgs.list().collect { it.name } + atlas.orgs.list().collect { it.name }
    fail "There is no organization '$org' to be seen.${Suggestion.didYouMean(org, names)}"
}
show rows

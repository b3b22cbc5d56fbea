#!/usr/bin/env -S ferry run
// Reports how migrations stand: the links of the organizations, what the events of the projects tell, and single
// migrations by id.
//
// Changes nothing. The API cannot list migrations, so what a project's events trace is all there is without an id.
//
// Example: ferry run migration-report.groovy --project shop --migration 66dd00000000000000000501

import groovy.transform.Field
import picocli.CommandLine.Option

@Option(names = '--target-org', paramLabel = 'NAME', description = 'organization of Atlas; all that can be seen when not given')
@Field String targetOrg
@Option(names = '--project', paramLabel = 'NAME', description = 'only this project of Atlas')
@Field String projectName
@Option(names = '--migration', paramLabel = 'ID', description = 'also ask for this migration of the project; may be given again')
@Field List<String> migrations = []
@Option(names = '--days', paramLabel = 'N', description = 'how far back the events go; 30 when not given')
@Field int days = 30

if (migrations && !projectName) {
    fail 'A migration is asked for by its project and its id: give --project too.'
}

def links = step('Ask for the links') {
    cm.orgs.list().collect { [organization: it.name, id: it.id, link: cm.links.status(it.id).status] }
}
def projects = projectName
        ? [pick('--project', atlas.projects.list(), projectName)]
        : targetOrg
        ? atlas.orgs.projects(pick('--target-org', atlas.orgs.list(), targetOrg).id).toList()
        : atlas.projects.list().toList()

def states = migrations.collect { id ->
    step("Ask for migration $id") {
        def migration = atlas.liveMigrations.get(projects[0].id, id)
        [migration: id, status: migration.status, lagSeconds: migration.lagTimeSeconds, readyForCutover: migration.readyForCutover]
    }
}

def since = Instant.now() - Duration.ofDays(days)
def events = step("Read the events of ${projects.size()} ${projects.size() == 1 ? 'project' : 'projects'}") {
    projects.collectMany { project ->
        atlas.events.forProject(project.id, minDate: since)
                .findAll { it.eventTypeName?.startsWith('CLUSTER_IMPORT_') || it.eventTypeName?.startsWith('GROUP_MOVED') }
                .collect { [time: it.created, project: project.name, cluster: it.clusterName, event: it.eventTypeName] }
    }.sort { it.time }
}

note ''
note 'Links'
show links
if (states) {
    note ''
    note 'Migrations'
    show states
}
note ''
note(events ? 'Events' : "No event of a migration in the last $days days.")
if (events) {
    show events
}

#!/usr/bin/env -S ferry run
// Links an organization of Cloud Manager or Ops Manager with an Atlas organization, which every live migration needs.
//
// Makes a link token in Atlas and hands it to the source; nobody sees it. Waits until the source's inventory has
// reached Atlas. A link that is there already is left as it is, unless --again asks for a new one.
//
// Example: ferry run link-organizations.groovy --source-org Acme-OnPrem --target-org Acme-Cloud

import groovy.transform.Field
import java.time.Duration
import picocli.CommandLine.Option

@Option(names = '--source-org', paramLabel = 'NAME', description = 'organization of the source; may be left out when there is one')
@Field String sourceOrg

@Option(names = '--target-org', paramLabel = 'NAME', description = 'organization of Atlas; may be left out when there is one')
@Field String targetOrg

@Option(names = '--allow', paramLabel = 'ADDRESS', description = 'address or block the source calls from, where an Ops Manager does; may be given again')
@Field List<String> allow = []

@Option(names = '--again', description = 'make a new link even if there is one')
@Field boolean again

@Option(names = '--timeout', paramLabel = 'TIME', description = 'how long to wait for the inventory; 15m when not given')
@Field Duration timeout = Duration.ofMinutes(15)

def source = pick('--source-org', cm.orgs.list(), sourceOrg)
def target = pick('--target-org', atlas.orgs.list(), targetOrg)

if (cm.links.status(source.id).synced() && !again) {
    note "$source.name is linked already."
} else {
    step("Link $source.name with $target.name") {
        def token = atlas.linkTokens.create(target.id, accessListIps: allow)
        cm.links.create(source.id, linkToken: token.linkToken)
    }
    step('Wait until the inventory has reached Atlas') {
        await("link of $source.name", timeout: timeout, until: { it.synced() }) { cm.links.status(source.id) }
    }
}

def available = step('Look at what can be migrated') { atlas.liveMigrations.availableProjects(target.id) }
def sourceIds = cm.orgs.projects(source.id).collect { it.id } as Set
if (!available.any { it.projectId in sourceIds }) {
    fail "$target.name sees no project of $source.name. It may be linked with another organization of Atlas: give --again to link it with this one."
}
show available.findAll { it.projectId in sourceIds }.collectMany { project ->
    project.deployments.collect {
        [project: project.name, deployment: it.name, version: it.mongoDBVersion, sharded: it.sharded,
         gigabytes: it.dbSizeBytes == null ? null : (it.dbSizeBytes / 1_000_000_000).setScale(1, java.math.RoundingMode.HALF_UP),
         migrationHosts: project.migrationHosts.join(' ')]
    }
}

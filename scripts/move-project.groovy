#!/usr/bin/env -S ferry run
// Moves a project of Atlas, with its clusters and users, to another organization.
//
// API keys and teams of the organization it leaves stay behind. With an API key, Atlas asks for a key of the
// destination too; a service account has to own both organizations. A project that is there already is left as it is.
// Before it moves, Ferry shows what that hits and asks for the project's name; ferry --confirm=NAME run … answers beforehand.
//
// Example: ferry run move-project.groovy --project shop --to Acme-Europe
//              --to-public-key abcdefgh --to-private-key-env EUROPE_KEY

import dev.ferry.output.Secret
import groovy.transform.Field
import picocli.CommandLine.Option

@Option(names = '--project', required = true, paramLabel = 'NAME', description = 'name or id of the project')
@Field String projectName
@Option(names = '--to', required = true, paramLabel = 'ORG', description = 'name or id of the organization it goes to; only the id when these credentials cannot see it')
@Field String to
@Option(names = '--to-public-key', paramLabel = 'KEY', description = 'public half of an API key that owns that organization')
@Field String publicKey
@Option(names = '--to-private-key-env', paramLabel = 'VARIABLE', description = 'environment variable that holds the private half')
@Field String privateKeyEnv
@Option(names = '--to-private-key-file', paramLabel = 'FILE', description = 'file that holds the private half')
@Field File privateKeyFile

def project = pick('--project', atlas.projects.list(), projectName)
def known = atlas.orgs.list().find { to in [it.name, it.id] }
if (!known && !(to ==~ /[0-9a-f]{24}/)) {
    fail "These credentials see no organization '$to': give its id, 24 hexadecimal digits."
}
def destination = known?.id ?: to

if (project.orgId == destination) {
    note "$project.name is in $to already."
} else {
    def body = [destinationOrgId: destination]
    if (publicKey) {
        def text = privateKeyFile ? privateKeyFile.getText('UTF-8').strip() : privateKeyEnv ? System.getenv(privateKeyEnv) : null
        if (!text) {
            fail 'Name the variable or the file that holds the private half of the key with --to-private-key-env or --to-private-key-file.'
        }
        body += [destinationOrgPublicApiKey: publicKey, destinationOrgPrivateApiKey: Secret.of(text)]
    }
    project = step("Move $project.name to $to") { atlas.projects.migrate(body, project.id) }
}
show([project: project.name, projectId: project.id, orgId: project.orgId])

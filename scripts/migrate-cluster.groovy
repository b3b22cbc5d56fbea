#!/usr/bin/env -S ferry run
// Migrates one deployment into a cluster of Atlas, from the link token to the cutover.
//
// Uses what is there and makes what is missing: the link of the two organizations, the project and the cluster in
// Atlas, the entry of the migration host in the access list. Then it validates, starts the live migration, watches the
// copy, and cuts over. Before the cutover Ferry shows what it hits and asks for the cluster's name; ferry --confirm=CLUSTER run …
// answers beforehand.
//
// The id of the migration is printed as soon as there is one. The API cannot list migrations: keep it. An interrupted run
// continues with 'ferry resume'; the migration itself continues meanwhile. --resume ID takes over a migration of another run.
//
// Example: ferry run migrate-cluster.groovy --source-project 'Shop Production' --deployment orders-rs
//              --target-project shop --target-cluster orders --host-address 203.0.113.10

import dev.ferry.output.Secret
import dev.ferry.guard.RefusedException
import groovy.transform.Field
import java.time.Duration
import picocli.CommandLine.Option

@Option(names = '--source-org', paramLabel = 'NAME', description = 'organization of the source; may be left out when there is one')
@Field String sourceOrg
@Option(names = '--target-org', paramLabel = 'NAME', description = 'organization of Atlas; may be left out when there is one')
@Field String targetOrg
@Option(names = '--source-project', paramLabel = 'NAME', description = 'project of the deployment')
@Field String sourceProject
@Option(names = '--deployment', paramLabel = 'NAME', description = 'replica set or sharded cluster to migrate')
@Field String deploymentName
@Option(names = '--target-project', paramLabel = 'NAME', description = 'project in Atlas, made when missing; named as the source project when not given')
@Field String targetProject
@Option(names = '--target-cluster', paramLabel = 'NAME', description = 'cluster in Atlas, made when missing; named as the deployment when not given')
@Field String targetCluster

@Option(names = '--migration-host', paramLabel = 'HOST', description = 'host that copies; the first of the project when not given')
@Field String migrationHost
@Option(names = '--host-address', paramLabel = 'ADDRESS', description = 'address or block from which that host reaches Atlas; goes into the access list')
@Field String hostAddress
@Option(names = '--user', paramLabel = 'NAME', description = 'database user of the source; left out when Automation manages authentication')
@Field String user
@Option(names = '--password-env', paramLabel = 'VARIABLE', description = 'environment variable that holds its password')
@Field String passwordEnv
@Option(names = '--password-file', paramLabel = 'FILE', description = 'file that holds its password')
@Field File passwordFile
@Option(names = '--ca-file', paramLabel = 'PATH', description = 'CA file of the source, a path on the migration host')
@Field String caFile
@Option(names = '--drop', description = 'drop the data of the destination first')
@Field boolean drop

@Option(names = '--provider', paramLabel = 'NAME', description = 'cloud provider of a new cluster; AWS when not given')
@Field String provider = 'AWS'
@Option(names = '--region', paramLabel = 'NAME', description = 'region of a new cluster; EU_CENTRAL_1 when not given')
@Field String region = 'EU_CENTRAL_1'
@Option(names = '--tier', paramLabel = 'SIZE', description = 'tier of a new cluster, at least M10; M30 when not given')
@Field String tier = 'M30'
@Option(names = '--disk', paramLabel = 'GB', description = 'disk of a new cluster; half as much again as the data when not given')
@Field Integer disk

@Option(names = '--resume', paramLabel = 'ID', description = 'watch and cut over this migration instead of starting one')
@Field String resume
@Option(names = '--timeout', paramLabel = 'TIME', description = 'how long to wait for the copy; 5d when not given')
@Field Duration timeout = Duration.ofDays(5)

def source = pick('--source-org', cm.orgs.list(), sourceOrg)
def target = pick('--target-org', atlas.orgs.list(), targetOrg)

// All that can be asked for before anything is changed is asked for here.
def origin = pick('--source-project', cm.orgs.projects(source.id), sourceProject)
def deployments = cm.clusters.list(origin.id).collect { it.clusterName }.unique()
def wanted = deploymentName ?: (deployments.size() == 1 || simulated ? deployments[0] : null)
if (!(wanted in deployments)) {
    fail "Say which deployment of $origin.name with --deployment: ${deployments.join(', ')}."
}
def projectName = targetProject ?: origin.name
def clusterName = targetCluster ?: wanted
if (!resume && !confirm("Migrate $wanted of $origin.name into cluster $clusterName of $projectName?")) {
    throw new RefusedException('Not migrated: the question was not answered with yes.')
}

if (!cm.links.status(source.id).synced()) {
    step("Link $source.name with $target.name") {
        def token = atlas.linkTokens.create(target.id, accessListIps: [])
        cm.links.create(source.id, linkToken: token.linkToken)
        await("link of $source.name", timeout: '15m', until: { it.synced() }) { cm.links.status(source.id) }
    }
}

def available = atlas.liveMigrations.availableProjects(target.id).find { it.projectId == origin.id }
def deployment = available?.deployments?.find { it.name == wanted }
if (!deployment) {
    fail "$target.name does not see $wanted of $origin.name. $source.name may be linked with another organization of Atlas: run link-organizations.groovy with --again."
}
def host = migrationHost ?: available.migrationHosts[0]
if (!host) {
    fail "$available.name has no migration host: install a MongoDB Agent with agentFeatureCloudMigrationEnabled=true on a host of its own."
}

def project = atlas.orgs.projects(target.id).find { projectName in [it.name, it.id] }
        ?: step("Make project $projectName") { atlas.projects.create(name: projectName, orgId: target.id) }

if (!atlas.clusters.list(project.id).any { it.name == clusterName }) {
    step("Order cluster $clusterName") {
        def gigabytes = disk ?: Math.max(40, Math.ceil((deployment.dbSizeBytes ?: 0) * 1.5 / 1_000_000_000) as int)
        def regionConfig = [providerName: provider, regionName: region, priority: 7,
                            electableSpecs: [instanceSize: tier, nodeCount: 3, diskSizeGB: gigabytes]]
        atlas.clusters.create(project.id,
                name: clusterName,
                clusterType: deployment.sharded ? 'SHARDED' : 'REPLICASET',
                mongoDBMajorVersion: deployment.mongoDBVersion.tokenize('.').take(2).join('.'),
                replicationSpecs: [[regionConfigs: [regionConfig]]] * (deployment.shardsSize ?: 1),
                tags: [[key: 'origin', value: 'cloud-manager']])
    }
}
step("Wait until $clusterName is ready") {
    await("cluster $clusterName", timeout: '2h', until: { it.stateName == 'IDLE' }) { atlas.clusters.get(project.id, clusterName) }
}

// In the sandbox every migration host calls from this block.
def address = hostAddress ?: (simulated ? '203.0.113.0/24' : null)
if (address) {
    step("Let the migration host in from $address") {
        def entry = address.contains('/') ? [cidrBlock: address] : [ipAddress: address]
        atlas.accessList.add(project.id, [entry + [comment: "migration host $host"]])
        await("access list entry $address", timeout: '15m', until: { it.status == 'ACTIVE' }) {
            atlas.accessList.status(project.id, address)
        }
    }
}

def migration
if (resume) {
    migration = atlas.liveMigrations.get(project.id, resume)
} else {
    Secret password = null
    if (user) {
        password = passwordFile ? Secret.of(passwordFile.getText('UTF-8').strip()) : null
        if (!password && passwordEnv && System.getenv(passwordEnv)) {
            password = Secret.of(System.getenv(passwordEnv))
        }
        if (!password) {
            fail "Name the variable or the file that holds the password of $user with --password-env or --password-file."
        }
    }
    def from = [groupId: available.projectId, clusterName: deployment.name, managedAuthentication: !user, ssl: deployment.tlsEnabled ?: false]
    if (user) {
        from += [username: user, password: password]
    }
    if (caFile) {
        from += [caCertificatePath: caFile]
    }
    def plan = [source: from,
                destination: [groupId: project.id, clusterName: clusterName, hostnameSchemaType: 'PUBLIC'],
                migrationHosts: [host]]
    if (drop) {
        plan += [dropDestinationData: true]
    }

    step('Validate') {
        def validation = atlas.liveMigrations.validate(plan, project.id)
        await("validation of $deployment.name", timeout: '1h') { atlas.liveMigrations.validation(project.id, validation.id) }
    }
    migration = step('Start the live migration') { atlas.liveMigrations.create(plan, project.id) }
    note "  Live migration $migration.id in project $project.id. Keep this id: the API cannot list migrations."
}

migration = step('Copy until it is ready for cutover') {
    await("migration $migration.id", timeout: timeout, until: { it.readyForCutover }) { atlas.liveMigrations.get(project.id, migration.id) }
}
if (migration.readyForCutover) {
    note "  Ready: lag ${migration.lagTimeSeconds} s. It stays ready for 120 hours. Stop writing to $deployment.name before the cutover."
    gate("the copy of $wanted is ready and at most 30 s behind") {
        def now = atlas.liveMigrations.get(project.id, migration.id)
        now.readyForCutover && now.lagTimeSeconds <= 30
    }
    step('Cut over') { atlas.liveMigrations.cutover(project.id, migration.id) }
}
migration = step('Wait until it is complete') {
    await("migration $migration.id", timeout: '6h') { atlas.liveMigrations.get(project.id, migration.id) }
}

def cluster = atlas.clusters.get(project.id, clusterName)
show([migration: migration.id, status: migration.status, project: project.name, projectId: project.id, cluster: clusterName,
      connect: cluster.connectionStrings?.standardSrv ?: cluster.connectionStrings?.standard])

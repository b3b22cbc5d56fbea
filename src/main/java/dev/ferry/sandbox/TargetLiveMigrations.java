package dev.ferry.sandbox;

import dev.ferry.api.atlas.AvailableDeployment;
import dev.ferry.api.atlas.AvailableProject;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.atlas.LiveMigrations;
import dev.ferry.api.atlas.Validation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Push live migrations: what can be migrated, checks, migrations and their cutover. */
record TargetLiveMigrations(Call call) implements LiveMigrations {
    @Override
    public List<AvailableProject> availableProjects(Map<String, Object> options, String orgId) {
        World world = call.world();
        return Obstacles.linkedGroups(world, call.now(), orgId)
                .filter(group -> !world.deployments(group.id()).isEmpty())
                .map(group -> new AvailableProject(
                        group.id(),
                        group.name(),
                        world.hosts(group.id()).stream()
                                .map(MigrationHost::hostname)
                                .toList(),
                        world.deployments(group.id()).stream()
                                .map(TargetLiveMigrations::available)
                                .toList(),
                        Map.of()))
                .toList();
    }

    @Override
    public Validation validate(Map<String, Object> body, String groupId) {
        Obstacles.Case planned = plan(body, groupId);
        Check check = new Check(
                call.world().newId("validation"),
                groupId,
                planned.source().groupId(),
                call.now(),
                Obstacles.first(planned));
        call.world().add(check);
        return answer(check);
    }

    @Override
    public Validation validation(Map<String, Object> options, String groupId, String validationId) {
        return call.world()
                .check(groupId, validationId)
                .map(this::answer)
                .orElseThrow(() -> new Refusal(ErrorCode.RESOURCE_NOT_FOUND, validationId));
    }

    @Override
    public LiveMigration create(Map<String, Object> body, String groupId) {
        Obstacles.Case planned = plan(body, groupId);
        refuseBusy(planned);
        Migration migration = new Migration(
                call.world().newId("liveMigration"),
                groupId,
                planned.target().name(),
                planned.source(),
                planned.host().hostname(),
                call.now(),
                Obstacles.first(planned),
                null);
        call.world().put(migration);
        call.traceProject("CLUSTER_IMPORT_STARTED", groupId, migration.clusterName(), Map.of());
        return answer(migration);
    }

    @Override
    public LiveMigration get(Map<String, Object> options, String groupId, String liveMigrationId) {
        return answer(find(groupId, liveMigrationId));
    }

    @Override
    public @Nullable Void cutover(Map<String, Object> options, String groupId, String liveMigrationId) {
        Migration migration = find(groupId, liveMigrationId);
        if (!migration.readyForCutover(call.now())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "Live migration " + migration.id() + " is not ready for cutover: its status is "
                            + migration.status(call.now()) + ".");
        }
        call.world().put(migration.cutOver(call.now()));
        call.traceProject("CLUSTER_IMPORT_CUTOVER", groupId, migration.clusterName(), Map.of());
        return null;
    }

    private Migration find(String groupId, String id) {
        return call.world().migration(groupId, id).orElseThrow(() -> new Refusal(ErrorCode.RESOURCE_NOT_FOUND, id));
    }

    /** What a body asks for. What does not exist is refused at once; what does not fit is found by the validation. */
    private Obstacles.Case plan(Map<String, Object> body, String groupId) {
        Map<?, ?> source = (Map<?, ?>) Objects.requireNonNull(body.get("source"));
        Map<?, ?> destination = (Map<?, ?>) Objects.requireNonNull(body.get("destination"));
        List<?> hosts = (List<?>) Objects.requireNonNull(body.get("migrationHosts"));
        if (!groupId.equals(destination.get("groupId"))) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "destination.groupId");
        }
        if (hosts.size() != 1) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "migrationHosts");
        }
        boolean managed = Boolean.TRUE.equals(source.get("managedAuthentication"));
        if (!managed && source.get("username") == null) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "source.username");
        }
        if (managed && source.get("username") != null) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "source.username");
        }
        // There are no private endpoints in the sandbox, so no id of one is right.
        if ("PRIVATE_LINK".equals(destination.get("hostnameSchemaType"))) {
            throw destination.get("privateLinkId") == null
                    ? new Refusal(ErrorCode.MISSING_ATTRIBUTE, "destination.privateLinkId")
                    : new Refusal(ErrorCode.INVALID_ATTRIBUTE, "destination.privateLinkId");
        }
        World world = call.world();
        TargetCluster target = TargetClusters.find(call, groupId, String.valueOf(destination.get("clusterName")));
        Deployment deployment = Obstacles.source(world, call.now(), call.orgOf(groupId), source)
                .orElseThrow(() -> new Refusal(ErrorCode.INVALID_ATTRIBUTE, "source.clusterName"));
        MigrationHost host = world.hosts(deployment.groupId()).stream()
                .filter(candidate -> candidate.hostname().equals(hosts.get(0)))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.INVALID_ATTRIBUTE, "migrationHosts"));
        return new Obstacles.Case(world, call.now(), body, source, destination, deployment, host, target);
    }

    /** One job at a time for a migration host, for a source and for a destination. */
    private void refuseBusy(Obstacles.Case planned) {
        if (call.world().runningInto(planned.target()).isPresent()) {
            throw new Refusal(
                    ErrorCode.CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT,
                    planned.target().name());
        }
        for (Migration other : call.world().migrations()) {
            if (!other.active(call.now())) {
                continue;
            }
            if (other.host().equals(planned.host().hostname())) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "Migration host " + other.host() + " already runs live migration " + other.id() + ".");
            }
            if (other.source().id().equals(planned.source().id())) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "Source cluster " + other.source().name() + " is already being migrated by " + other.id()
                                + ".");
            }
        }
    }

    private static AvailableDeployment available(Deployment deployment) {
        return new AvailableDeployment(
                deployment.id(),
                deployment.name(),
                deployment.managed(),
                deployment.sharded(),
                deployment.tls(),
                deployment.version(),
                deployment.featureCompatibilityVersion(),
                SourceAgents.VERSION,
                deployment.dbSizeBytes(),
                deployment.oplogSizeMB(),
                deployment.shards(),
                Map.of());
    }

    private Validation answer(Check check) {
        String message = check.message(call.now());
        Map<String, Object> more = new HashMap<>();
        if (message == null) {
            more.put("errorMessage", null);
        }
        return new Validation(
                check.id(), check.groupId(), check.sourceGroupId(), check.status(call.now()), message, more);
    }

    private LiveMigration answer(Migration migration) {
        Long lag = migration.lagSeconds(call.now());
        Map<String, Object> more = new HashMap<>();
        if (lag == null) {
            more.put("lagTimeSeconds", null);
        }
        return new LiveMigration(
                migration.id(),
                migration.status(call.now()),
                migration.readyForCutover(call.now()),
                lag,
                List.of(migration.host()),
                more);
    }
}

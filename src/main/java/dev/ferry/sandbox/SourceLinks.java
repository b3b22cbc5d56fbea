package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.MigrationLink;
import dev.ferry.api.cloudmanager.MigrationLinks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The link of a source organization with a target organization. What the documents leave open: linking again replaces the
 * link, without a link the status is {@code NOT_SYNCED}, and removing what is not there succeeds. The names of the events
 * that tell of it are ours.
 */
record SourceLinks(Call call) implements MigrationLinks {
    @Override
    public MigrationLink create(Map<String, Object> body, String orgId) {
        refuseWhileMigrating(orgId);
        Link link = call.world().linkage().link(String.valueOf(body.get("linkToken")), orgId, call.now());
        call.traceOrg("LIVE_MIGRATION_LINK_CREATED", orgId, Map.of());
        // The documents print SYNCED as the answer; at speeds at which that is only a moment away, it is.
        call.world().linger(link.since().plus(Pace.LINK_SYNC));
        return answer(link.syncedBy(call.world().now()));
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId) {
        refuseWhileMigrating(orgId);
        if (call.world().linkage().of(orgId).isPresent()) {
            call.world().linkage().unlink(orgId);
            call.traceOrg("LIVE_MIGRATION_LINK_DELETED", orgId, Map.of());
        }
        return null;
    }

    @Override
    public MigrationLink status(Map<String, Object> options, String orgId) {
        return answer(call.world()
                .linkage()
                .of(orgId)
                .filter(link -> link.syncedBy(call.now()))
                .isPresent());
    }

    private void refuseWhileMigrating(String orgId) {
        call.world().migrations().stream()
                .filter(migration -> migration.active(call.now()))
                .filter(migration -> call.world()
                        .group(migration.source().groupId())
                        .filter(group -> group.orgId().equals(orgId))
                        .isPresent())
                .findFirst()
                .ifPresent(migration -> {
                    throw new Refusal(
                            ErrorCode.CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK,
                            migration.source().groupId());
                });
    }

    private static MigrationLink answer(boolean synced) {
        return new MigrationLink(synced ? "SYNCED" : "NOT_SYNCED", Map.of());
    }
}

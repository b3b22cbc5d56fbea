package dev.ferry.migration;

import dev.ferry.api.Is;
import dev.ferry.api.RemoteJob;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A live migration that Ferry remembers, and how it stands. Whatever is not known is null.
 *
 * @param id 24 hexadecimal digits
 * @param status {@code NEW}, {@code WORKING}, {@code COMPLETE}, {@code FAILED} or {@code EXPIRED}
 * @param readyForCutover whether the destination has nearly caught up, so that cutover is accepted
 * @param lagTimeSeconds how far the destination is behind, seconds
 * @param deployment where from: the deployment
 * @param cluster where to: the cluster
 * @param project where to: name of the project
 * @param projectId where to: the project, 24 hexadecimal digits
 * @param organization where to: name of the organization
 * @param organizationId where to: the organization, 24 hexadecimal digits
 * @param sourceProject where from: name of the project
 * @param sourceProjectId where from: the project, 24 hexadecimal digits
 * @param sourceOrganization where from: name of the organization
 * @param migrationHosts who pushes the data
 * @param started when it was started, or first met where somebody else has started it
 * @param expires until when cutover is possible at the latest; known once it has been seen ready for cutover, 120 hours after that
 * @param cutover when cutover was accepted
 * @param ended when it was first seen at its end
 * @param seen when the service was last asked for it
 * @param problem why it could not be asked just now, so that the state is that of {@code seen}; null when it was asked
 * @param profile profile that met it first
 * @param run run that met it first
 * @param host scheme, host and port of the service that runs it
 */
@Is(Thing.LIVE_MIGRATION)
@ShownFirst({
    "id",
    "status",
    "readyForCutover",
    "lagTimeSeconds",
    "deployment",
    "cluster",
    "project",
    "problem",
    "expires",
    "seen",
    "projectId"
})
public record Migration(
        String id,
        @Nullable String status,
        @Nullable Boolean readyForCutover,
        @Nullable Long lagTimeSeconds,
        @Nullable String deployment,
        @Nullable String cluster,
        @Nullable String project,
        @Nullable String projectId,
        @Nullable String organization,
        @Nullable String organizationId,
        @Nullable String sourceProject,
        @Nullable String sourceProjectId,
        @Nullable String sourceOrganization,
        @Nullable List<String> migrationHosts,
        @Nullable Instant started,
        @Nullable Instant expires,
        @Nullable Instant cutover,
        @Nullable Instant ended,
        @Nullable Instant seen,
        @Nullable String problem,
        @Nullable String profile,
        @Nullable String run,
        URI host)
        implements RemoteJob {

    static Migration of(Remembered known, @Nullable String problem) {
        Sighting last = known.last();
        Place into = known.into();
        Place from = known.from();
        Times when = known.when();
        return new Migration(
                known.id(),
                last == null ? null : last.status(),
                last == null ? null : last.readyForCutover(),
                last == null ? null : last.lagTimeSeconds(),
                from.name(),
                into.name(),
                into.project(),
                into.projectId(),
                into.organization(),
                into.organizationId(),
                from.project(),
                from.projectId(),
                from.organization(),
                known.migrationHosts(),
                when.started(),
                when.expires(),
                when.cutover(),
                when.ended(),
                last == null ? null : last.at(),
                problem,
                known.by().profile(),
                known.by().run(),
                known.host());
    }

    /** Whether it has not been seen at its end. */
    public boolean isOpen() {
        return outcome() == Outcome.RUNNING;
    }

    @Override
    public Outcome outcome() {
        return switch (Objects.requireNonNullElse(status, "NEW")) {
            case "COMPLETE" -> Outcome.SUCCEEDED;
            case "FAILED", "EXPIRED" -> Outcome.FAILED;
            default -> Outcome.RUNNING;
        };
    }
}

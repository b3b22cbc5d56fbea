package dev.ferry.access;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Roles;
import dev.ferry.api.change.Change;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.HeldRoles;
import dev.ferry.output.ExceptionText;
import dev.ferry.script.analysis.check.Effect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which calls the credentials of both sides may make, before one of them is made. The roles that a call needs are those of the
 * tables; those that are held are asked for, once a side, when the first call of that side is judged. It never changes anything, and a
 * service that cannot be asked makes everything unknown.
 *
 * <pre>{@code
 * Access access = Access.of(() -> target, () -> source);
 * Verdict verdict = access.verdict(ApiSide.TARGET, operation, null, projectId);
 * if (verdict.refused()) { … verdict.reason() … }
 * }</pre>
 */
public final class Access {
    private final Map<ApiSide, Supplier<ApiClient>> clients;
    private final Map<ApiSide, Side> sides = new ConcurrentHashMap<>();

    /** What is known of a side; the problem is null when it could be asked. */
    private record Side(Rights rights, @Nullable String problem) {}

    private Access(Map<ApiSide, Supplier<ApiClient>> clients) {
        this.clients = clients;
    }

    /** What the credentials of these two may do. */
    public static Access of(Supplier<ApiClient> target, Supplier<ApiClient> source) {
        return new Access(Map.of(ApiSide.TARGET, target, ApiSide.SOURCE, source));
    }

    /**
     * Whether an operation may be called.
     *
     * @param organizationId where: what stands in the path, or for a project that is made the organization in the body; null when
     *     it is not known, or when the project says it
     * @param projectId where; null for an operation on an organization, or when it is not known
     */
    public Verdict verdict(
            ApiSide side, Operation operation, @Nullable String organizationId, @Nullable String projectId) {
        return verdict(side, operation.path(), operation.roles(), organizationId, projectId);
    }

    /** Whether a change may be made. A project that is moved needs its role in both organizations. */
    public Verdict verdict(Change change) {
        Operation operation = change.operation().orElse(null);
        if (operation == null) {
            return untold();
        }
        String organization = change.values().get("orgId");
        Verdict verdict = verdict(
                change.side(),
                operation,
                organization == null ? field(change, "orgId") : organization,
                change.values().get("groupId"));
        String destination = operation.path().endsWith(":migrate") ? field(change, "destinationOrgId") : null;
        return destination == null || verdict.refused()
                ? verdict
                : worse(verdict, verdict(change.side(), "/orgs/{orgId}", operation.roles(), destination, null));
    }

    /**
     * Whether a change may be made in a project that does not exist yet: whoever owns the organization may, of others the service does
     * not tell which role they will have in what they make.
     *
     * @param organizationId where the project will be; null when it is not known
     */
    public Verdict verdictInNewProject(Change change, @Nullable String organizationId) {
        List<String> needed =
                Roles.constants(change.operation().map(Operation::roles).orElse(List.of()));
        if (needed.isEmpty()) {
            return untold();
        }
        Side known = side(change.side());
        return known.problem() == null
                ? known.rights().inNewProject(needed, organizationId)
                : new Verdict(Verdict.Kind.UNKNOWN, needed, List.of(), known.problem());
    }

    /** Whether each request of a text may be sent, as far as the text tells where it goes: only what is so everywhere is certain. */
    public List<Foreseen> verdicts(List<Effect> effects) {
        return effects.stream()
                .map(each -> new Foreseen(each, verdict(each.side(), each.path(), each.roles(), null, null)))
                .toList();
    }

    /** The roles that are held on a side, for people: constants, each once; empty when they are not told. */
    public List<String> held(ApiSide side) {
        return side(side).rights().known().names();
    }

    /** The same without asking: empty as well when nobody has asked yet. */
    public List<String> heldAsFarAsKnown(ApiSide side) {
        Side known = sides.get(side);
        return known == null ? List.of() : known.rights().known().names();
    }

    /** Lets both sides be asked again: roles are given and taken while a session lasts. */
    public void forget() {
        sides.clear();
    }

    private Verdict verdict(
            ApiSide side,
            String path,
            List<String> roles,
            @Nullable String organizationId,
            @Nullable String projectId) {
        List<String> needed = Roles.constants(roles);
        if (needed.isEmpty()) {
            return untold();
        }
        Side known = side(side);
        if (known.problem() != null) {
            return new Verdict(Verdict.Kind.UNKNOWN, needed, List.of(), known.problem());
        }
        return projectId == null && path.contains("{groupId}")
                ? known.rights().inSomeProject(needed)
                : known.rights().on(needed, organizationId, projectId);
    }

    private static Verdict untold() {
        return new Verdict(Verdict.Kind.UNKNOWN, List.of(), List.of(), "the tables name no role for it");
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return other.kind() == Verdict.Kind.ALLOWED ? one : other;
    }

    private static @Nullable String field(Change change, String name) {
        return change.body() instanceof Map<?, ?> body && body.get(name) instanceof String value ? value : null;
    }

    private synchronized Side side(ApiSide side) {
        return sides.computeIfAbsent(side, this::asked);
    }

    @SuppressWarnings("NullAway") // there is one for each side
    private Side asked(ApiSide side) {
        try {
            String root = side == ApiSide.TARGET ? "/api/atlas/v2" : "/api/public/v1.0";
            return new Side(new Rights(HeldRoles.of(clients.get(side).get(), root)), null);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Without credentials, or with a service that is away, the text can still be looked at.
            return new Side(new Rights(HeldRoles.UNKNOWN), "the roles could not be asked for: " + ExceptionText.of(e));
        }
    }
}

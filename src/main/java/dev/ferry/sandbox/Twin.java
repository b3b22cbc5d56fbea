package dev.ferry.sandbox;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.ServiceAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox that begins empty and takes over what real services say, so that it can be tried what a change would do to them. What was
 * taken over keeps its ids, and the fields that no sandbox knows of; what is made here has ids that begin with {@code ffff}. Its
 * caller owns every organization.
 *
 * <pre>{@code
 * try (Twin twin = Twin.start(clock)) {
 *     twin.take(ApiSide.TARGET, "/api/atlas/v2/orgs", orgs);
 *     twin.take(ApiSide.TARGET, "/api/atlas/v2/groups", projects);
 *     ApiClient client = new ApiClient(twin.connection(ApiSide.TARGET, true), settings);
 * }
 * }</pre>
 */
public final class Twin implements AutoCloseable {
    private static final String OWNER = "ORG_OWNER";
    private static final int LARGEST_PAGE = 500;
    private static final int OK = 200;
    private static final String NOBODY = "";

    private final Sandbox sandbox;
    private final World world;
    private final Intake intake;
    private final Map<String, Map<String, List<Map<String, Object>>>> taken = new HashMap<>();

    private Twin(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.world = sandbox.api().world();
        this.intake = new Intake(world);
    }

    /**
     * Starts an empty one on a free port of the loopback address.
     *
     * @param clock the time in there
     * @throws IOException when it cannot be started
     */
    public static Twin start(VirtualClock clock) throws IOException {
        Sandbox.Options options = Sandbox.Options.standard()
                .withStart(clock.instant())
                .withLimits(Limits.none())
                .withNonceLife(Duration.ofDays(36_500))
                .withTokensPerMinute(Integer.MAX_VALUE);
        return new Twin(Sandbox.start(
                options,
                clock,
                Ids.OF_A_TWIN,
                (world, start) -> List.of(owner(world, Side.SOURCE), owner(world, Side.TARGET))));
    }

    /** A caller of no organization, whose credentials only this process knows. */
    private static SandboxCredential owner(World world, Side side) {
        String side24 = Ids.of("twin", side.name());
        SandboxCredential who = new SandboxCredential(
                side.name().toLowerCase(Locale.ROOT),
                OWNER,
                NOBODY,
                NOBODY,
                null,
                AcmeCredentials.publicKey(side24),
                UUID.randomUUID().toString(),
                "mdb_sa_id_" + side24,
                "mdb_sa_sk_" + UUID.randomUUID().toString().replace("-", ""));
        world.callers()
                .add(new Caller(side24, Caller.Kind.API_KEY, who.publicKey(), who.privateKey(), "", NOBODY, List.of()));
        world.callers()
                .add(new Caller(
                        side24,
                        Caller.Kind.SERVICE_ACCOUNT,
                        who.clientId(),
                        who.clientSecret(),
                        "",
                        NOBODY,
                        List.of()));
        return who;
    }

    /** Lets the caller own what there is. */
    private void own(Side side) {
        List<Role> roles = new ArrayList<>();
        world.orgs(side).stream()
                .filter(org -> !intake.isUnseen(org.id()))
                .forEach(org -> roles.add(Role.inOrg(OWNER, org.id())));
        world.groups(side).stream()
                .filter(group -> intake.isUnseen(group.orgId()))
                .forEach(group -> roles.add(Role.inProject("GROUP_OWNER", group.id())));
        SandboxCredential who = owner(side);
        callers(who).forEach(caller -> world.callers().add(caller.with(roles)));
    }

    /** Who owns everything on one side; {@link ApiSide} and {@link Side} have the same two. */
    private SandboxCredential owner(Enum<?> side) {
        return sandbox.credentials().get(side.name().equals(Side.SOURCE.name()) ? 0 : 1);
    }

    private List<Caller> callers(SandboxCredential who) {
        return Stream.of(
                        world.callers().find(who.publicKey(), Caller.Kind.API_KEY),
                        world.callers().find(who.clientId(), Caller.Kind.SERVICE_ACCOUNT))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Asks for this here, page after page. */
    private void look(Side side, String path) {
        Caller caller = callers(owner(side)).get(1);
        Operation operation = catalog(side).match("GET", path).orElseThrow().operation();
        String version = operation.newest().orElse(Operation.UNVERSIONED);
        String accept = side == Side.TARGET ? "application/vnd.atlas." + version + "+json" : "application/json";
        boolean paged = operation.isPaged(version);
        boolean more = true;
        for (int page = 1; more; page++) {
            String query = paged ? "?itemsPerPage=" + LARGEST_PAGE + "&pageNum=" + page : "";
            Response answer = sandbox.api()
                    .answerTo(new Request("GET", path + query, Map.of("accept", accept), new byte[0]), side, caller);
            Map<?, ?> tree = answer.status() == OK && read(answer) instanceof Map<?, ?> map ? map : Map.of();
            more = Document.of(tree).list("links").stream()
                    .anyMatch(link -> link.text("rel").equals("next"));
        }
    }

    private static @Nullable Object read(Response answer) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            answer.body().writeTo(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return body.size() == 0 ? null : Json.read(body.toByteArray());
    }

    private static Catalog catalog(Side side) {
        return side == Side.TARGET ? Catalog.atlas() : Catalog.cloudManager();
    }

    /**
     * How to reach it as the owner of everything.
     *
     * @param account whether with a service account; else with an API key. Some rules differ
     */
    public Connection connection(ApiSide side, boolean account) {
        SandboxCredential who = owner(side);
        Credentials credentials = account
                ? new ServiceAccount(who.clientId(), Secret.of(who.clientSecret()))
                : new ApiKey(who.publicKey(), Secret.of(who.privateKey()));
        return sandbox.connection(credentials);
    }

    /** Whether a call is answered by more than that it is not simulated. */
    public boolean simulates(ApiSide side, String verb, String path) {
        return sandbox.api().simulates(Side.valueOf(side.name()), verb, path);
    }

    /** Whether this organization or project is here. */
    public boolean has(String id) {
        synchronized (world) {
            return world.org(id).isPresent() || world.group(id).isPresent();
        }
    }

    /** The projects of an organization, by id. */
    public List<String> projectsOf(String orgId) {
        synchronized (world) {
            return world.groupsOf(orgId).stream().map(Group::id).toList();
        }
    }

    /** The organization of a project; empty for a project that is not here. */
    public Optional<String> organizationOf(String groupId) {
        synchronized (world) {
            return world.group(groupId).map(Group::orgId);
        }
    }

    /** The organizations of a side, by id. */
    public List<String> organizations(ApiSide side) {
        synchronized (world) {
            return world.orgs(Side.valueOf(side.name())).stream().map(Org::id).toList();
        }
    }

    /** Whether a source organization is linked with any target. */
    public boolean isLinked(String sourceOrgId) {
        synchronized (world) {
            return world.linkage().of(sourceOrgId).isPresent();
        }
    }

    /** The source organizations that were linked with a target organization here. */
    public List<String> linkedHere(String targetOrgId) {
        synchronized (world) {
            return world.linkage().to(targetOrgId).stream()
                    .filter(link -> !link.token().isEmpty())
                    .map(Link::sourceOrgId)
                    .toList();
        }
    }

    /** Takes it for granted that there is a target organization with this id. */
    public void assumeOrganization(String orgId) {
        synchronized (world) {
            world.add(new Org(orgId, NOBODY, Side.TARGET));
            own(Side.TARGET);
        }
    }

    /** Lets a caller with this API key own an organization, as far as anybody here asks. */
    public void trust(String publicKey, String privateKey, String orgId) {
        synchronized (world) {
            List<Role> roles = List.of(Role.inOrg("ORG_OWNER", orgId));
            world.callers()
                    .add(new Caller(
                            Ids.of("key", publicKey), Caller.Kind.API_KEY, publicKey, privateKey, "", NOBODY, roles));
        }
    }

    /**
     * Takes over what a real service answered to a read. What is here already, because it was taken over or made, stays as it is.
     *
     * @param path path of the question without a query, such as {@code /api/atlas/v2/groups/{groupId}/clusters} with the id
     * @param documents the elements of the list, all of them; or the only answer
     * @throws IllegalArgumentException when answers of such a path cannot be taken over
     */
    public void take(ApiSide side, String path, List<Map<String, Object>> documents) {
        Side where = Side.valueOf(side.name());
        Catalog.Match match = catalog(where)
                .match("GET", path)
                .orElseThrow(() -> new IllegalArgumentException("No operation reads " + path + "."));
        List<Map<String, Object>> plain = documents.stream().map(Twin::plain).toList();
        synchronized (world) {
            world.unmoved(() -> take(where, match, path, plain));
        }
    }

    private void take(Side side, Catalog.Match match, String path, List<Map<String, Object>> documents) {
        String owner = owner(side, match.path());
        Map<String, List<Map<String, Object>>> earlier = taken.computeIfAbsent(owner, any -> new LinkedHashMap<>());
        Map<String, Map<?, ?>> before = world.originals().observe(() -> lookAll(side, owner, earlier.keySet()));
        intake.take(match.operation().path(), match.path(), documents);
        own(side);
        earlier.put(path, documents);
        // What was taken over earlier may show only now.
        earlier.forEach((each, all) -> world.originals().learn(all, () -> look(side, each)));
        world.originals()
                .lookOtherwise(before, world.originals().observe(() -> lookAll(side, owner, earlier.keySet())));
        if (owner.isEmpty()) {
            earlier.clear();
        }
    }

    private void lookAll(Side side, String owner, Set<String> paths) {
        if (!owner.isEmpty()) {
            look(side, owner);
        }
        paths.forEach(path -> look(side, path));
    }

    /** The address of the project or organization that something belongs to; empty for none. */
    private static String owner(Side side, Map<String, String> values) {
        String groupId = values.get("groupId");
        String orgId = values.get("orgId");
        return groupId != null
                ? side.prefix() + "/groups/" + groupId
                : orgId != null ? side.prefix() + "/orgs/" + orgId : "";
    }

    /** What stands in a document as it goes over the wire. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(Map<String, Object> document) {
        return (Map<String, Object>) Objects.requireNonNull(
                Json.read(Json.write(Encoder.tree(document), false).getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends it. */
    @Override
    public void close() {
        sandbox.close();
    }
}

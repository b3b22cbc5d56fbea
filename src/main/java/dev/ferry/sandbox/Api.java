package dev.ferry.sandbox;

import dev.ferry.api.catalog.Operation;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers requests: who, which endpoint, which version, may they, is it well formed, what is the answer. */
final class Api {
    private static final String SERVICE_VERSION = "gitHash=" + TargetRoot.BUILD + "; versionString=v20260101";
    /** Some pages print the addresses of the migration link under the other API's prefix. */
    private static final Pattern MISPRINTED = Pattern.compile("/api/atlas/v1\\.0(/orgs/[^/]+/liveExport/.*)");

    private static final String PROBE = "/api/private/unauth/version";

    private static final Map<Class<?>, Function<Call, Object>> SERVICES = Map.ofEntries(
            Map.entry(dev.ferry.api.atlas.Root.class, TargetRoot::new),
            Map.entry(dev.ferry.api.atlas.Organizations.class, TargetOrganizations::new),
            Map.entry(dev.ferry.api.atlas.Projects.class, TargetProjects::new),
            Map.entry(dev.ferry.api.atlas.Clusters.class, TargetClusters::new),
            Map.entry(dev.ferry.api.atlas.AccessList.class, TargetAccessList::new),
            Map.entry(dev.ferry.api.atlas.LinkTokens.class, TargetLinkTokens::new),
            Map.entry(dev.ferry.api.atlas.LiveMigrations.class, TargetLiveMigrations::new),
            Map.entry(dev.ferry.api.atlas.Events.class, TargetEvents::new),
            Map.entry(RateLimits.class, TargetRateLimits::new),
            Map.entry(Downloads.class, TargetDownloads::new),
            Map.entry(dev.ferry.api.atlas.FlexClusters.class, TargetFlexClusters::new),
            Map.entry(dev.ferry.api.atlas.DatabaseUsers.class, TargetDatabaseUsers::new),
            Map.entry(dev.ferry.api.atlas.PrivateEndpoints.class, TargetPrivateEndpoints::new),
            Map.entry(dev.ferry.api.atlas.Peering.class, TargetPeering::new),
            Map.entry(dev.ferry.api.atlas.Alerts.class, TargetAlerts::new),
            Map.entry(dev.ferry.api.atlas.Snapshots.class, TargetSnapshots::new),
            Map.entry(dev.ferry.api.atlas.Maintenance.class, TargetMaintenance::new),
            Map.entry(dev.ferry.api.atlas.Processes.class, TargetProcesses::new),
            Map.entry(dev.ferry.api.atlas.Users.class, TargetUsers::new),
            Map.entry(dev.ferry.api.atlas.Teams.class, TargetTeams::new),
            Map.entry(dev.ferry.api.atlas.ApiKeys.class, TargetApiKeys::new),
            Map.entry(dev.ferry.api.atlas.ServiceAccounts.class, TargetServiceAccounts::new),
            Map.entry(dev.ferry.api.cloudmanager.Root.class, SourceRoot::new),
            Map.entry(dev.ferry.api.cloudmanager.Organizations.class, SourceOrganizations::new),
            Map.entry(dev.ferry.api.cloudmanager.Projects.class, SourceProjects::new),
            Map.entry(dev.ferry.api.cloudmanager.Clusters.class, SourceClusters::new),
            Map.entry(dev.ferry.api.cloudmanager.Hosts.class, SourceHosts::new),
            Map.entry(dev.ferry.api.cloudmanager.Agents.class, SourceAgents::new),
            Map.entry(dev.ferry.api.cloudmanager.Automation.class, SourceAutomation::new),
            Map.entry(dev.ferry.api.cloudmanager.Events.class, SourceEvents::new),
            Map.entry(dev.ferry.api.cloudmanager.Alerts.class, SourceAlerts::new),
            Map.entry(dev.ferry.api.cloudmanager.AgentKeys.class, SourceAgentKeys::new),
            Map.entry(dev.ferry.api.cloudmanager.ApiKeys.class, SourceApiKeys::new),
            Map.entry(dev.ferry.api.cloudmanager.ServiceAccounts.class, SourceServiceAccounts::new),
            Map.entry(dev.ferry.api.cloudmanager.Users.class, SourceUsers::new),
            Map.entry(dev.ferry.api.cloudmanager.Teams.class, SourceTeams::new),
            Map.entry(dev.ferry.api.cloudmanager.Backups.class, SourceBackups::new),
            Map.entry(dev.ferry.api.cloudmanager.Snapshots.class, SourceSnapshots::new),
            Map.entry(dev.ferry.api.cloudmanager.Maintenance.class, SourceMaintenance::new),
            Map.entry(dev.ferry.api.cloudmanager.MigrationLinks.class, SourceLinks::new));

    private final Routes routes = new Routes(SERVICES.keySet());
    private final World world;
    private final Gate gate;
    private final OAuth oauth;
    private final Limits limits;
    private final RateLimiter limiter;
    private final Faults faults;
    private final String scheme;

    /** @param wall the time of clients, which limits go by */
    Api(World world, Gate gate, OAuth oauth, Limits limits, Clock wall, Faults faults, String scheme) {
        this.world = world;
        this.gate = gate;
        this.oauth = oauth;
        this.limits = limits;
        this.limiter = new RateLimiter(limits, wall);
        this.faults = faults;
        this.scheme = scheme;
    }

    Response answer(Request request) {
        String path = MISPRINTED.matcher(request.path()).replaceFirst(Side.SOURCE.prefix() + "$1");
        if (path.startsWith(OAuth.PREFIX)) {
            return inWeather(request, "oauth", () -> oauth.answer(request));
        }
        if (path.equals(PROBE)) {
            return Response.empty(200, Map.of("X-MongoDB-Service-Version", SERVICE_VERSION));
        }
        Side side = path.startsWith(Side.TARGET.prefix()) ? Side.TARGET : Side.SOURCE;
        return guarded(side, () -> {
            Gate.Entry entry = gate.admit(request);
            return entry instanceof Gate.Entry.Admitted admitted
                    ? inWeather(
                            request,
                            side == Side.TARGET ? "atlas" : "cm",
                            () -> guarded(side, () -> admitted(request, path, side, admitted.caller())))
                    : ((Gate.Entry.TurnedAway) entry).answer();
        });
    }

    private Response inWeather(Request request, String side, Supplier<Response> answer) {
        return faults.strike(request, side)
                .map(fault -> new Mishap(fault).answer(side.equals("oauth"), answer))
                .orElseGet(answer);
    }

    private static Response guarded(Side side, Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return error(refusal, side);
        } catch (RuntimeException e) {
            // A mistake of ours: say where it is, there is no other log.
            StackTraceElement[] trace = e.getStackTrace();
            return error(
                    new Refusal(ErrorCode.UNEXPECTED_ERROR, e + (trace.length == 0 ? "" : " at " + trace[0])), side);
        }
    }

    /** Whether this is answered by more than that it is not simulated. */
    boolean simulates(Side side, String verb, String path) {
        try {
            return routes.find(side, verb, path).route() != null;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Answers a request of somebody who needs not log in. */
    Response answerTo(Request request, Side side, Caller caller) {
        return guarded(side, () -> admitted(request, request.path(), side, caller));
    }

    World world() {
        return world;
    }

    private Response admitted(Request request, String path, Side side, Caller caller) {
        Routes.Found found = routes.find(side, request.method(), path);
        return limiter.limited(
                request,
                side == Side.TARGET ? found.operation() : null,
                found.holes(),
                caller,
                () -> answer(request, found, side, caller));
    }

    private Response answer(Request request, Routes.Found found, Side side, Caller caller) {
        Operation operation = found.operation();
        Version version = side == Side.SOURCE || operation == null
                ? null
                : Version.resolve(request, operation, LocalDate.ofInstant(world.now(), ZoneOffset.UTC));
        Route route = found.route();
        boolean file = version != null && !version.isJson();
        if (route == null || file != route.answersFile()) {
            throw notSimulated(operation);
        }
        Map<String, Object> options = QueryCheck.values(request.query(), route);
        synchronized (world) {
            Permission.check(route, found.holes(), side, world, caller);
            Object body = route.takesBody() ? body(request, route, version) : null;
            Call call = new Call(world, limits, caller, version == null ? null : version.date(), world.now());
            Object value = invoke(route, call, route.arguments(found.holes(), options, merged(body, options)));
            return response(request, options, route, version, value);
        }
    }

    private static Refusal notSimulated(@Nullable Operation operation) {
        return new Refusal(ErrorCode.NOT_SIMULATED, operation == null ? "this" : operation.id());
    }

    private static @Nullable Object body(Request request, Route route, @Nullable Version version) {
        String type = request.header("content-type").orElse("");
        if (!type.startsWith("application/json") && !type.startsWith("application/vnd.atlas.")) {
            throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, type);
        }
        Object body = Json.read(request.body());
        BodyCheck.check(body, route.shape(version == null ? Operation.UNVERSIONED : version.date()), route.verb());
        return body;
    }

    /** Service methods take what belongs into the query of a call with a body as part of the body. */
    private static @Nullable Object merged(@Nullable Object body, Map<String, Object> options) {
        if (!(body instanceof Map<?, ?> fields)) {
            return body;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(String.valueOf(name), value));
        options.forEach(all::putIfAbsent);
        all.keySet().removeAll(Set.of("envelope", "pretty"));
        return all;
    }

    private static @Nullable Object invoke(Route route, Call call, Object[] arguments) {
        try {
            Object service =
                    Objects.requireNonNull(SERVICES.get(route.service())).apply(call);
            return route.method().invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnsupportedOperationException cause && isOf(route, cause)) {
                throw notSimulated(route.documented().orElse(null));
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a service threw it, to say that it does not do this, and not something that it used. */
    private static boolean isOf(Route route, RuntimeException cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0
                && trace[0].getMethodName().equals(route.method().getName());
    }

    private Response response(
            Request request,
            Map<String, Object> options,
            Route route,
            @Nullable Version version,
            @Nullable Object value) {
        int status = route.success();
        Map<String, String> headers = new LinkedHashMap<>(standardHeaders());
        if (version != null) {
            headers.putAll(version.headers());
        }
        if (value == null) {
            return Response.empty(status, headers);
        }
        if (value instanceof Content file) {
            return Response.of(status, headers, Objects.requireNonNull(version).contentType(), file);
        }
        Answers answers = new Answers(
                request, options, scheme + "://" + request.header("host").orElse("127.0.0.1"), world.originals());
        return Response.json(
                status,
                headers,
                version == null ? "application/json" : version.contentType(),
                Json.write(answers.body(value, status), Boolean.TRUE.equals(options.get("pretty"))));
    }

    private static Map<String, String> standardHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Accept-Encoding");
        headers.put("Strict-Transport-Security", "max-age=300");
        headers.put("X-MongoDB-Service-Version", SERVICE_VERSION);
        return headers;
    }

    /** The answer to a request that is refused. */
    static Response error(Refusal refusal, Side side) {
        return Response.json(
                refusal.code().status(),
                standardHeaders(),
                "application/json",
                Json.write(refusal.document(side == Side.TARGET), false));
    }
}

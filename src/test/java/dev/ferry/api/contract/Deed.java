package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ferry.api.atlas.AccessListEntry;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.AvailableProject;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Connection;
import dev.ferry.sandbox.ClusterBody;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What somebody does in bad weather: one kind of call each. */
enum Deed {
    READ(Login.TOKEN, null, "method=GET match=/orgs/") {
        @Override
        Attempt prepare(Stage stage) {
            return stage.attempt("", atlas -> atlas.getOrgs().get(stage.org()).name());
        }
    },
    CREATE(Login.TOKEN, "CLUSTER_CREATED", "match=/clusters", "method=POST") {
        @Override
        Attempt prepare(Stage stage) {
            String project = stage.project();
            return stage.attempt(project, atlas -> atlas.getClusters()
                    .create(ClusterBody.of("c1", "M30"), project)
                    .name());
        }
    },
    DELETE(Login.TOKEN, "NETWORK_PERMISSION_ENTRY_REMOVED", "match=/accessList", "method=DELETE") {
        @Override
        Attempt prepare(Stage stage) {
            return removal(stage);
        }
    },
    PATCH(Login.TOKEN, "MONGODB_USER_UPDATED", "match=/databaseUsers", "method=PATCH") {
        @Override
        Attempt prepare(Stage stage) {
            String project = stage.project();
            stage.calm()
                    .getDatabaseUsers()
                    .create(
                            Map.of(
                                    "databaseName",
                                    "admin",
                                    "username",
                                    "app",
                                    "password",
                                    Stage.PASSWORD,
                                    "roles",
                                    List.of(Map.of("roleName", "read", "databaseName", "shop"))),
                            project);
            return stage.attempt(project, atlas -> atlas.getDatabaseUsers()
                    .update(
                            Map.of("roles", List.of(Map.of("roleName", "readWrite", "databaseName", "shop"))),
                            project,
                            "admin",
                            "app")
                    .username());
        }
    },
    LINK(Login.TOKEN, "API_KEY_CREATED", "match=/linkTokens") {
        @Override
        Attempt prepare(Stage stage) {
            return stage.attempt("", atlas -> atlas.getLinkTokens()
                    .create(Map.of("accessListIps", List.of("203.0.113.10")), stage.org())
                    .linkToken()
                    .reveal()
                    .substring(0, 4));
        }
    },
    START(Login.TOKEN, "CLUSTER_IMPORT_STARTED", "match=/liveMigrations") {
        @Override
        Attempt prepare(Stage stage) {
            return start(stage);
        }
    },
    PAGE(Login.TOKEN, null, "match=pageNum=2") {
        @Override
        Attempt prepare(Stage stage) {
            String project = stage.project();
            List<String> all = List.of("203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4", "203.0.113.5");
            stage.calm()
                    .getAccessList()
                    .add(
                            project,
                            all.stream()
                                    .map(address -> Map.<String, Object>of("ipAddress", address))
                                    .toList());
            return stage.attempt(project, atlas -> {
                List<String> read = StreamSupport.stream(
                                atlas.getAccessList()
                                        .list(Map.of("itemsPerPage", 2), project)
                                        .spliterator(),
                                false)
                        .map(AccessListEntry::ipAddress)
                        .toList();
                assertEquals(all, read);
                return "all pages";
            });
        }
    },
    FILE(Login.TOKEN, null, "match=.gz") {
        @Override
        Attempt prepare(Stage stage) {
            return download(stage);
        }
    },
    TOKEN(Login.NEW_TOKEN, null, "side=oauth") {
        @Override
        Attempt prepare(Stage stage) {
            // The service gives out ten tokens a minute.
            stage.sandbox().clock().advance(Duration.ofMinutes(2));
            return READ.prepare(stage);
        }
    },
    DIGEST(Login.DIGEST, null, "method=GET match=/orgs/") {
        @Override
        Attempt prepare(Stage stage) {
            return READ.prepare(stage);
        }
    },
    /** No read comes before it that would log in. */
    LOGIN_AND_LINK(Login.DIGEST, "API_KEY_CREATED", "match=/linkTokens") {
        @Override
        Attempt prepare(Stage stage) {
            return LINK.prepare(stage);
        }
    };

    /** How the client has logged in before the weather turns bad. */
    enum Login {
        /** It holds a token. */
        TOKEN,
        /** It has to ask for a token. */
        NEW_TOKEN,
        /** It has an API key and has never been challenged. */
        DIGEST
    }

    /**
     * A call that is ready to be made.
     *
     * @param project where its event is told; empty for the organization
     * @param call makes it, checks what comes back, and says something of it
     * @param leftovers what a failed attempt must not leave behind, empty when there is nothing
     */
    record Attempt(String project, Function<Atlas, String> call, Function<Boolean, String> leftovers) {}

    private final Login login;
    private final @Nullable String event;
    private final String scope;
    private final String aim;

    Deed(Login login, @Nullable String event, String scope) {
        this(login, event, scope, "");
    }

    Deed(Login login, @Nullable String event, String scope, String aim) {
        this.login = login;
        this.event = event;
        this.scope = scope;
        this.aim = aim;
    }

    Login login() {
        return login;
    }

    /** The words that aim a fault at this call. */
    String scope() {
        return scope;
    }

    /** The words that aim a fault that happens once past the read before a change; none where there is no such read. */
    String aim() {
        return aim;
    }

    boolean isChange() {
        return event != null;
    }

    abstract Attempt prepare(Stage stage);

    /** How often the service has done it. */
    long done(Stage stage, Attempt attempt) {
        Map<String, Object> which = Map.of("eventType", List.of(Objects.requireNonNull(event)));
        Iterable<Event> events = attempt.project().isEmpty()
                ? stage.calm().getEvents().forOrg(which, stage.org())
                : stage.calm().getEvents().forProject(which, attempt.project());
        return StreamSupport.stream(events.spliterator(), false).count();
    }

    private static Attempt removal(Stage stage) {
        String project = stage.project();
        stage.calm().getAccessList().add(project, List.of(Map.of("ipAddress", "203.0.113.10")));
        return stage.attempt(
                project, atlas -> String.valueOf(atlas.getAccessList().delete(project, "203.0.113.10")));
    }

    private static Attempt start(Stage stage) {
        Atlas atlas = stage.calm();
        try (ApiClient client = new ApiClient(stage.sandbox().source(), ApiClient.Settings.defaults())) {
            CloudManager cm = new CloudManager(client);
            var token = atlas.getLinkTokens().create(Map.of("accessListIps", List.of("203.0.113.10")), stage.org());
            cm.getLinks()
                    .create(
                            Map.of("linkToken", token.linkToken()),
                            cm.getOrgs().list().getAt("Acme-OnPrem").id());
        }
        stage.sandbox().clock().advance(Duration.ofMinutes(1));
        AvailableProject source =
                atlas.getLiveMigrations().availableProjects(stage.org()).get(0);
        String project = atlas.getProjects().list().getAt("Orders").id();
        Map<String, Object> body = Map.of(
                "source",
                        Map.of(
                                "groupId",
                                source.projectId(),
                                "clusterName",
                                source.deployments().get(0).name(),
                                "managedAuthentication",
                                true,
                                "ssl",
                                true),
                "destination",
                        Map.of(
                                "groupId", project,
                                "clusterName", "orders-atlas",
                                "hostnameSchemaType", "PUBLIC"),
                "migrationHosts", List.of(source.migrationHosts().get(0)),
                "dropDestinationData", false);
        return stage.attempt(
                project,
                other -> other.getLiveMigrations().create(body, project).status());
    }

    private static Attempt download(Stage stage) {
        Path folder = stage.folder();
        String project = stage.calm().getProjects().list().getAt("shop").id();
        String host = Objects.requireNonNull(stage.calm()
                        .getClusters()
                        .list(project)
                        .iterator()
                        .next()
                        .connectionStrings()
                        .standard())
                .replaceFirst("mongodb://([^:]+):.*", "$1");
        Function<Atlas, Path> get = atlas -> {
            Path file = folder.resolve("mongodb.gz");
            atlas.getApi()
                    .call(
                            "downloadClusterLog",
                            Map.of(
                                    "groupId",
                                    project,
                                    "hostName",
                                    host,
                                    "logName",
                                    "mongodb",
                                    "startDate",
                                    1_767_225_600,
                                    "endDate",
                                    1_767_225_605,
                                    "to",
                                    file.toString()));
            return file;
        };
        byte[] whole = bytes(get.apply(stage.calm()));
        try {
            Files.delete(folder.resolve("mongodb.gz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Attempt(
                "",
                atlas -> {
                    return Arrays.equals(whole, bytes(get.apply(atlas))) ? "ok" : "half";
                },
                ok -> {
                    String left = stage.filesIn(folder);
                    return left.equals(ok ? "mongodb.gz" : "") ? "" : left;
                });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How this deed's client reaches the sandbox. */
    Connection connection(Sandbox sandbox) {
        return login == Login.DIGEST ? sandbox.target() : sandbox.targetAccount();
    }
}

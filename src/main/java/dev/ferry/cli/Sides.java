package dev.ferry.cli;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.network.Proxies;
import dev.ferry.output.Streams;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Side;
import dev.ferry.sandbox.Fault;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Both APIs as one run sees them. A secret is read, a client is made and a sandbox is started when a script first says
 * {@code atlas} or {@code cm}, and only for the side it names. A sandbox is reached with the service accounts of its
 * owners: they see every organization, where an API key sees its own.
 */
final class Sides implements AutoCloseable {
    private static final String ADVICE =
            "add them with 'ferry profile add NAME', or work in the sandbox with --sandbox.";

    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final BooleanSupplier readOnly;
    private final CallReport report;
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable Sandbox sandbox;
    private @Nullable Atlas atlas;
    private @Nullable CloudManager cloudManager;

    Sides(
            GlobalOptions options,
            Streams streams,
            Environment environment,
            Supplier<Profile> profile,
            BooleanSupplier readOnly,
            CallReport report) {
        this.options = options;
        this.streams = streams;
        this.environment = environment;
        this.profile = profile;
        this.readOnly = readOnly;
        this.report = report;
    }

    synchronized Atlas atlas() {
        if (atlas == null) {
            atlas = new Atlas(client(target()));
        }
        return atlas;
    }

    synchronized CloudManager cloudManager() {
        if (cloudManager == null) {
            cloudManager = new CloudManager(client(source()));
        }
        return cloudManager;
    }

    /** The way to Atlas. */
    synchronized Connection target() {
        return options.sandbox != null
                ? sandbox(options.sandbox).targetAccount()
                : connect(profile.get().target(), "Atlas");
    }

    /** The way to Cloud Manager or Ops Manager. */
    synchronized Connection source() {
        return options.sandbox != null
                ? sandbox(options.sandbox).sourceAccount()
                : connect(profile.get().source(), "Cloud Manager");
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                // The run is over and its outcome known; a connection that does not close properly changes nothing
                // about it.
                streams.err().println("Closing a connection failed: " + e.getMessage());
            }
        }
        open.clear();
    }

    private Connection connect(@Nullable Side side, String name) {
        if (side == null) {
            throw new NoCredentialsException("There are no credentials for " + name + ": " + ADVICE);
        }
        return side.connect(environment);
    }

    private Sandbox sandbox(String scenario) {
        if (sandbox == null) {
            try {
                sandbox = Sandbox.start(Sandbox.Options.standard()
                        .withScenario(scenario(scenario))
                        .withFaults(faults(options.faults)));
            } catch (IOException e) {
                throw new UncheckedIOException("The sandbox cannot be started: " + e.getMessage(), e);
            }
            open.add(sandbox);
        }
        return sandbox;
    }

    /** @throws UsageException when there is none of that name */
    static Scenario scenario(String name) {
        try {
            return Scenario.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** @throws UsageException when one of the rules cannot be read */
    static List<Fault> faults(List<String> rules) {
        try {
            return rules.stream().map(Fault::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ApiClient client(Connection connection) {
        ApiClient client = new ApiClient(connection, settings());
        open.add(0, client);
        return client;
    }

    /**
     * How the calls of this run are made.
     *
     * @throws UsageException when the proxy cannot be understood
     */
    ApiClient.Settings settings() {
        ApiClient.Settings settings = ApiClient.Settings.defaults()
                .withReadOnly(readOnly)
                .withPinnedVersion(options.apiVersion)
                .withProxies(proxies(environment))
                .withNotices(streams::notice)
                .withCatalogs(Catalogs.of(Folders.of(environment)))
                .withDownloads(new DownloadLine(streams))
                // A sandbox of this run ends with it, and its tokens too.
                .withTokenFolder(options.sandbox != null ? null : tokens(Folders.of(environment)));
        Duration limit = options.timeLimit();
        return report.of(limit == null ? settings : settings.withTimeLimit(limit));
    }

    /** Where the processes of this user share their access tokens. */
    static Path tokens(Folders folders) {
        return folders.state().resolve("tokens");
    }

    static Proxies proxies(Environment environment) {
        try {
            return Proxies.of(environment);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }
}

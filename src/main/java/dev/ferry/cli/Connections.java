package dev.ferry.cli;

import dev.ferry.api.ApiSide;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Profile;
import dev.ferry.profile.SecretSource;
import dev.ferry.profile.Side;
import dev.ferry.rehearsal.plan.Subject;
import dev.ferry.sandbox.Fault;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a run speaks to: the services that its profile leads to, or a sandbox of its own. A secret is read, and the sandbox started, when a
 * side is first needed. A sandbox is reached with the service accounts of its owners: they see every organization, where an API key sees
 * its own.
 */
final class Connections implements AutoCloseable {
    private static final String ADVICE =
            "add them with 'ferry profile add NAME', or work in the sandbox with --sandbox.";

    private final GlobalOptions options;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final Map<ApiSide, Connection> made = new EnumMap<>(ApiSide.class);
    private @Nullable Sandbox sandbox;

    Connections(GlobalOptions options, Environment environment, Supplier<Profile> profile) {
        this.options = options;
        this.environment = environment;
        this.profile = profile;
    }

    /**
     * The way to one of the services.
     *
     * @throws NoCredentialsException when nobody has said who calls there
     */
    synchronized Connection to(ApiSide side) {
        @Nullable Connection connection = made.get(side);
        if (connection == null) {
            connection = options.sandbox != null ? toSandbox(side, options.sandbox) : connect(side);
            made.put(side, connection);
        }
        return connection;
    }

    /** Whether there is a way to a service at all. */
    boolean isThere(ApiSide side) {
        return options.sandbox != null || sideOf(side) != null;
    }

    /** Whether the way there needs nothing that takes its time or asks somebody, as a command does that gives a secret. */
    synchronized boolean isAtHand(ApiSide side) {
        if (options.sandbox != null || made.containsKey(side)) {
            return true;
        }
        @Nullable Side way = sideOf(side);
        return way != null && !(way.login().secret() instanceof SecretSource.Command);
    }

    /** Whom this run may speak to. No secret is read for that, except where one is all that is known. */
    List<Subject.Party> parties() {
        return Stream.of(ApiSide.values())
                .filter(this::isThere)
                .map(side -> {
                    Connection connection = to(side);
                    return new Subject.Party(
                            side,
                            connection.baseUrl().toString(),
                            connection.credentials().id());
                })
                .toList();
    }

    private @Nullable Side sideOf(ApiSide side) {
        return side == ApiSide.TARGET ? profile.get().target() : profile.get().source();
    }

    private Connection connect(ApiSide side) {
        @Nullable Side way = sideOf(side);
        if (way == null) {
            throw new NoCredentialsException("There are no credentials for "
                    + (side == ApiSide.TARGET ? "Atlas" : "Cloud Manager") + ": " + ADVICE);
        }
        return way.connect(environment);
    }

    private Connection toSandbox(ApiSide side, String scenario) {
        if (sandbox == null) {
            try {
                sandbox = Sandbox.start(Sandbox.Options.standard()
                        .withScenario(scenario(scenario))
                        .withFaults(faults(options.faults)));
            } catch (IOException e) {
                throw new UncheckedIOException("The sandbox cannot be started: " + e.getMessage(), e);
            }
        }
        return side == ApiSide.TARGET ? sandbox.targetAccount() : sandbox.sourceAccount();
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

    /** Ends the sandbox, if there is one. */
    @Override
    public synchronized void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}

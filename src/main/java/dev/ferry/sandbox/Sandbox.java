package dev.ferry.sandbox;

import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both APIs in memory on 127.0.0.1, on one port: {@code /api/public/v1.0}, {@code /api/atlas/v2} and {@code /api/oauth}.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(Options.standard().withSpeed(0))) {
 *     sandbox.clock().advance(Duration.ofMinutes(10)); // clusters are ready, migrations have moved on
 * }
 * }</pre>
 *
 * <p>It answers as soon as {@link #start} returns. Everything in it is made up, and gone when it is closed.
 */
public final class Sandbox implements AutoCloseable {
    private final HttpEngine engine;
    private final @Nullable Certificates certificates;
    private final VirtualClock clock;
    private final List<SandboxCredential> credentials;
    private final Faults faults;
    private final Api api;

    private Sandbox(
            HttpEngine engine,
            @Nullable Certificates certificates,
            VirtualClock clock,
            List<SandboxCredential> credentials,
            Faults faults,
            Api api) {
        this.engine = engine;
        this.certificates = certificates;
        this.clock = clock;
        this.credentials = credentials;
        this.faults = faults;
        this.api = api;
    }

    /** Puts into a world what is there at the start, and says who may call. */
    @FunctionalInterface
    interface Filling {
        List<SandboxCredential> fill(World world, Instant start);
    }

    /** Starts one with the standard options. */
    public static Sandbox start() throws IOException {
        return start(Options.standard());
    }

    /**
     * Starts one.
     *
     * @throws IOException when the port is taken or the certificate cannot be written
     */
    public static Sandbox start(Options options) throws IOException {
        VirtualClock clock = VirtualClock.from(options.start(), options.speed());
        return start(options, clock, Ids.OF_A_SCENARIO, options.scenario()::populate);
    }

    /**
     * Starts one that is filled in another way than by its scenario.
     *
     * @param clock the time in there, in the place of start and speed
     * @param ids what the ids begin with that are made later
     */
    static Sandbox start(Options options, VirtualClock clock, String ids, Filling filling) throws IOException {
        World world = new World(clock, new Ids(ids));
        List<SandboxCredential> credentials = filling.fill(world, options.start());
        VirtualClock life = clock.unhurried();
        VirtualClock wall = clock.atRealPace();
        OAuth oauth = new OAuth(world.callers(), life, wall, options.tokensPerMinute());
        Nonces nonces = new Nonces(life, options.nonceLife());
        Gate gate = new Gate(new Digest(world.callers(), nonces, options.challenge()), oauth);
        Faults faults = new Faults(options.faults());
        Api api = new Api(world, gate, oauth, options.limits(), wall, faults, options.tls() ? "https" : "http");
        Certificates certificates = options.tls() ? Certificates.make(options.caFile()) : null;
        try {
            HttpEngine engine =
                    HttpEngine.start(options.port(), certificates == null ? null : certificates.context(), api::answer);
            return new Sandbox(engine, certificates, clock, credentials, faults, api);
        } catch (IOException | RuntimeException e) {
            if (certificates != null) {
                certificates.close();
            }
            throw e;
        }
    }

    /** Scheme, host and port, the same for both APIs. */
    public URI baseUrl() {
        return URI.create((certificates == null ? "http" : "https") + "://127.0.0.1:" + engine.port());
    }

    /** The certificate authority to trust, in PEM form; null when the sandbox speaks plain http. */
    public @Nullable Path caFile() {
        return certificates == null ? null : certificates.authorityFile();
    }

    /** Every credential there is; those of the owners come first on either side. */
    public List<SandboxCredential> credentials() {
        return credentials;
    }

    /** How to reach the source, with the API key of an owner of {@code Acme-OnPrem}. */
    public Connection source() {
        return connection(keyOf(credentials.get(0)));
    }

    /** How to reach the target, with the API key of an owner of {@code Acme-Cloud}. */
    public Connection target() {
        return connection(keyOf(credentials.get(1)));
    }

    /** How to reach the source, with a service account that owns every organization of it. */
    public Connection sourceAccount() {
        return connection(accountOf(credentials.get(0)));
    }

    /** How to reach the target, with a service account that owns every organization of it. */
    public Connection targetAccount() {
        return connection(accountOf(credentials.get(1)));
    }

    /** How to reach this sandbox with some credentials. */
    public Connection connection(Credentials who) {
        return new Connection(baseUrl(), who, caFile());
    }

    private static Credentials keyOf(SandboxCredential credential) {
        return new ApiKey(credential.publicKey(), Secret.of(credential.privateKey()));
    }

    private static Credentials accountOf(SandboxCredential credential) {
        return new ServiceAccount(credential.clientId(), Secret.of(credential.clientSecret()));
    }

    /** The time in here. */
    public VirtualClock clock() {
        return clock;
    }

    /** What answers its requests. */
    Api api() {
        return api;
    }

    /** How it misbehaves: rules may be added and taken away while it runs. */
    public Faults faults() {
        return faults;
    }

    /** Ends it at once, open connections included. */
    @Override
    public void close() {
        engine.close();
        if (certificates != null) {
            try {
                certificates.close();
            } catch (IOException e) {
                // A file left in the temporary folder harms nobody; failing here would hide what the caller was doing.
            }
        }
    }

    /**
     * How a sandbox is set up. Start from {@link #standard()} and change what matters:
     *
     * <pre>{@code
     * Options.standard().withTls(true).withSpeed(600)
     * }</pre>
     *
     * @param port port to listen on, 0 for any free one
     * @param tls whether it speaks https, with a certificate authority of its own
     * @param caFile where the authority's certificate is written; null for a temporary folder that goes with the sandbox
     * @param speed sandbox seconds in a real second. At 1 a cluster takes five minutes and a copy of 50 GB ten;
     *     at the standard {@value #STANDARD_SPEED} the way from link token to cutover takes a quarter of a minute. 0 stands
     *     still until {@link VirtualClock#advance}
     * @param start the time it is when the sandbox starts
     * @param scenario what there is at the start
     * @param challenge how the Digest challenge is worded
     * @param nonceLife how long a nonce is accepted; after that the challenge says {@code stale=true}
     * @param tokensPerMinute how often a service account may ask for a token, in real time
     * @param limits how often the APIs may be called, in real time
     * @param faults how it misbehaves from the start
     */
    public record Options(
            int port,
            boolean tls,
            @Nullable Path caFile,
            double speed,
            Instant start,
            Scenario scenario,
            Challenge challenge,
            Duration nonceLife,
            int tokensPerMinute,
            Limits limits,
            List<Fault> faults) {

        /** The speed of {@code ferry sandbox} when none is given. */
        public static final double STANDARD_SPEED = 60;

        /** The three wordings of the challenge. */
        public enum Challenge {
            /** {@code op="auth"}, as the documents print it. A strict reader finds no {@code qop} there. */
            PRINTED,
            /** {@code qop="auth"}, as RFC 7616 has it. */
            QOP,
            /** Neither. */
            PLAIN
        }

        /** Any port, plain http, the scenario {@code acme}, the challenge as printed. */
        public static Options standard() {
            return new Options(
                    0,
                    false,
                    null,
                    STANDARD_SPEED,
                    Instant.now(),
                    Scenario.ACME,
                    Challenge.PRINTED,
                    Duration.ofMinutes(5),
                    10,
                    Limits.documented(),
                    List.of());
        }

        /** The same on this port; 0 for any free one. */
        public Options withPort(int other) {
            return new Options(
                    other, tls, caFile, speed, start, scenario, challenge, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same with https, or with plain http. */
        public Options withTls(boolean other) {
            return new Options(
                    port, other, caFile, speed, start, scenario, challenge, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same with the certificate of its authority in this file. */
        public Options withCaFile(@Nullable Path other) {
            return new Options(
                    port, tls, other, speed, start, scenario, challenge, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same at this speed. */
        public Options withSpeed(double other) {
            return new Options(
                    port, tls, caFile, other, start, scenario, challenge, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same with this at the start. */
        public Options withScenario(Scenario other) {
            return new Options(
                    port, tls, caFile, speed, start, other, challenge, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same with the challenge worded this way. */
        public Options withChallenge(Challenge other) {
            return new Options(
                    port, tls, caFile, speed, start, scenario, other, nonceLife, tokensPerMinute, limits, faults);
        }

        /** The same with nonces that live so long. */
        public Options withNonceLife(Duration other) {
            return new Options(
                    port, tls, caFile, speed, start, scenario, challenge, other, tokensPerMinute, limits, faults);
        }

        /** The same that gives a service account so many tokens in a minute. */
        public Options withTokensPerMinute(int other) {
            return new Options(port, tls, caFile, speed, start, scenario, challenge, nonceLife, other, limits, faults);
        }

        /** The same with these faults from the start. */
        public Options withFaults(List<Fault> other) {
            return new Options(
                    port,
                    tls,
                    caFile,
                    speed,
                    start,
                    scenario,
                    challenge,
                    nonceLife,
                    tokensPerMinute,
                    limits,
                    List.copyOf(other));
        }

        /** The same that may be called so often. */
        public Options withLimits(Limits other) {
            return new Options(
                    port, tls, caFile, speed, start, scenario, challenge, nonceLife, tokensPerMinute, other, faults);
        }

        /** The same that starts at this time. */
        public Options withStart(Instant other) {
            return new Options(
                    port, tls, caFile, speed, other, scenario, challenge, nonceLife, tokensPerMinute, limits, faults);
        }
    }
}

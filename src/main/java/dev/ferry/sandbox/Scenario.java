package dev.ferry.sandbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a sandbox holds when it starts. */
public enum Scenario {
    /** A company with several organizations on both sides, every kind of deployment and credentials of every role. */
    ACME,
    /** The same, with 10,000 more projects in the first organization of either side: for paging and for patience. */
    LARGE;

    private static final int MANY = 10_000;

    /**
     * The scenario with this name, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Scenario named(String name) {
        for (Scenario scenario : values()) {
            if (scenario.toString().equalsIgnoreCase(name)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("There is no sandbox scenario '" + name + "'; there is "
                + Arrays.stream(values()).map(Scenario::toString).collect(Collectors.joining(", ")) + ".");
    }

    /** Fills a world and says who may call. */
    List<SandboxCredential> populate(World world, Instant start) {
        Acme acme = new Acme(world, start);
        acme.populate();
        if (this == LARGE) {
            acme.crowd(MANY);
        }
        return AcmeCredentials.make(world);
    }

    /** The name as people type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.ferry.script;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a session gives its scripts from outside. Suppliers are asked when a script first uses what they supply, so that
 * a session that calls nothing needs no credentials.
 */
public final class Session {

    private final Supplier<?> atlas;
    private final Supplier<?> cloudManager;
    private final Confirmation confirmation;
    private final Clock clock;
    private final Sleeper sleeper;

    private Session(Builder builder) {
        this.atlas = builder.atlas;
        this.cloudManager = builder.cloudManager;
        this.confirmation = builder.confirmation;
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
    }

    /** A session that has neither side, asks nobody and uses the real time. */
    public static Builder builder() {
        return new Builder();
    }

    Object atlas() {
        return atlas.get();
    }

    Object cloudManager() {
        return cloudManager.get();
    }

    Confirmation confirmation() {
        return confirmation;
    }

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    /** Collects what a session needs. */
    public static final class Builder {

        private Supplier<?> atlas = () -> missing("target (Atlas)");
        private Supplier<?> cloudManager = () -> missing("source (Cloud Manager)");
        private Confirmation confirmation = Confirmation.NOBODY;
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.REAL;

        private Builder() {}

        private static Object missing(String side) {
            throw new ScriptFailure("This session has no " + side + " connection: add one to the profile.");
        }

        /** The target, {@code atlas} in scripts. */
        public Builder atlas(Supplier<?> supplier) {
            this.atlas = supplier;
            return this;
        }

        /** The source, {@code cm} in scripts. */
        public Builder cloudManager(Supplier<?> supplier) {
            this.cloudManager = supplier;
            return this;
        }

        /** Who answers {@code confirm(…)}. */
        public Builder confirmation(Confirmation value) {
            this.confirmation = value;
            return this;
        }

        /** The time that waits read. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** How waits pass the time. */
        public Builder sleeper(Sleeper value) {
            this.sleeper = value;
            return this;
        }

        /** The session. */
        public Session build() {
            return new Session(this);
        }
    }
}

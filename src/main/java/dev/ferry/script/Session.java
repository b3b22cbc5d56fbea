package dev.ferry.script;

import dev.ferry.api.Sleeper;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.guard.Confirmation;
import dev.ferry.journal.Steps;
import dev.ferry.migration.Migrations;
import dev.ferry.output.Format;
import dev.ferry.output.Pager;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session gives its scripts from outside. Suppliers are asked when a script first uses what they supply, so that
 * a session that calls nothing needs no credentials.
 */
public final class Session {

    private final Supplier<Atlas> atlas;
    private final Supplier<CloudManager> cloudManager;
    private final Supplier<Migrations> migrations;
    private final Streams streams;
    private final Supplier<Format> format;
    private final Confirmation confirmation;
    private final Clock clock;
    private final Sleeper sleeper;
    private final boolean simulated;
    private final Supplier<Set<String>> usual;
    private final @Nullable Path compiledScripts;
    private final Supplier<Optional<Pager>> pager;
    private final Supplier<Steps> steps;
    private final Runnable beforeScripts;

    private Session(Builder builder) {
        this.atlas = builder.atlas;
        this.cloudManager = builder.cloudManager;
        this.migrations = builder.migrations;
        this.streams = builder.streams;
        this.format = builder.format;
        this.confirmation = builder.confirmation;
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.simulated = builder.simulated;
        this.usual = builder.usual;
        this.compiledScripts = builder.compiledScripts;
        this.pager = builder.pager;
        this.steps = builder.steps;
        this.beforeScripts = builder.beforeScripts;
    }

    /** A session that has neither side, asks nobody and uses the real time. */
    public static Builder builder() {
        return new Builder();
    }

    Atlas atlas() {
        return atlas.get();
    }

    CloudManager cloudManager() {
        return cloudManager.get();
    }

    Migrations migrations() {
        return migrations.get();
    }

    Streams streams() {
        return streams;
    }

    Printer printer() {
        return new Printer(streams, format.get());
    }

    Format format() {
        return format.get();
    }

    /** Shows a value a window at a time, or prints it where there is no window. */
    void page(Printer printer, @Nullable Object value) {
        Optional<Pager> there = pager.get();
        if (there.isPresent()) {
            there.get().show(text -> printer.print(value, text));
        } else {
            printer.print(value);
        }
    }

    /** A script is about to run: its options have been read. */
    void started() {
        beforeScripts.run();
    }

    Supplier<Steps> steps() {
        return steps;
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

    @Nullable
    Path compiledScripts() {
        return compiledScripts;
    }

    Set<String> usual() {
        return usual.get();
    }

    boolean simulated() {
        return simulated;
    }

    /** Collects what a session needs. */
    public static final class Builder {

        private Supplier<Atlas> atlas = missing("target (Atlas)");
        private Supplier<CloudManager> cloudManager = missing("source (Cloud Manager)");
        private Supplier<Migrations> migrations = missing("target (Atlas)");
        private Streams streams = Streams.system(Map.of());
        private Supplier<Format> format = () -> Format.TABLE;
        private Confirmation confirmation = Confirmation.nobody();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.REAL;
        private boolean simulated;
        private Supplier<Set<String>> usual = Set::of;
        private @Nullable Path compiledScripts;
        private Supplier<Optional<Pager>> pager = Optional::empty;

        private Supplier<Steps> steps = Steps::unrecorded;
        private Runnable beforeScripts = () -> {};

        private Builder() {}

        private static <T> Supplier<T> missing(String side) {
            return () -> {
                throw new ScriptFailure("This session has no " + side + " connection: add one to the profile.");
            };
        }

        /** The target, {@code atlas} in scripts. */
        public Builder atlas(Supplier<Atlas> supplier) {
            this.atlas = supplier;
            return this;
        }

        /** The source, {@code cm} in scripts. */
        public Builder cloudManager(Supplier<CloudManager> supplier) {
            this.cloudManager = supplier;
            return this;
        }

        /** The live migrations that are remembered, {@code migrations} in scripts. */
        public Builder migrations(Supplier<Migrations> supplier) {
            this.migrations = supplier;
            return this;
        }

        /** Where scripts print; data to standard output, everything else to standard error. */
        public Builder streams(Streams value) {
            this.streams = value;
            return this;
        }

        /** The format in which {@code show(…)} prints, asked each time: a session may change it. */
        public Builder format(Supplier<Format> supplier) {
            this.format = supplier;
            return this;
        }

        /** Who answers {@code confirm(…)}. */
        public Builder confirmation(Confirmation value) {
            this.confirmation = value;
            return this;
        }

        /** Who answers {@code confirm(…)}, as it was said so far. */
        public Confirmation confirmation() {
            return confirmation;
        }

        /** Where scripts print, as it was said so far. */
        public Streams streams() {
            return streams;
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

        /** Ids of the organizations and projects that are meant when a script asks which one and nobody says. */
        public Builder usual(Supplier<Set<String>> ids) {
            this.usual = ids;
            return this;
        }

        /** Whether both sides are a sandbox, so that nothing a script does is real. */
        public Builder simulated(boolean value) {
            this.simulated = value;
            return this;
        }

        /** A folder for compiled scripts, so that a script that has not changed starts sooner; made when it is missing. */
        public Builder compiledScripts(Path folder) {
            this.compiledScripts = folder;
            return this;
        }

        /** Who shows what {@code page(…)} is given, asked each time; without one it is printed. */
        public Builder pager(Supplier<Optional<Pager>> supplier) {
            this.pager = supplier;
            return this;
        }

        /** Who records steps, asked at each. */
        public Builder steps(Supplier<Steps> supplier) {
            this.steps = supplier;
            return this;
        }

        /** What is done when a script is about to run, once its options have been read; it may refuse. */
        public Builder beforeScripts(Runnable work) {
            this.beforeScripts = work;
            return this;
        }

        /** The session. */
        public Session build() {
            return new Session(this);
        }
    }
}

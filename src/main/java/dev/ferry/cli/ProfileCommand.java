package dev.ferry.cli;

import dev.ferry.api.network.Proxies;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Format;
import dev.ferry.profile.Key;
import dev.ferry.profile.Login;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry profile}: its subcommands; {@code add}, {@code import} and {@code logout} have files of their own. */
final class ProfileCommand implements Callable<Integer> {
    private ProfileCommand() {}

    static CommandSpec spec(CommandLineInterface ferry, GlobalOptions options) {
        CommandSpec profile = Words.command(
                "profile", new ProfileCommand(), "Whom Ferry works for: add, import, list, use, show, remove, logout.");
        List.of(
                        new ProfileAddCommand(ferry, options).spec(),
                        new ProfileImportCommand(ferry).spec(),
                        Words.command(
                                "list", new All(ferry, options), "List the profiles; a star marks the current one."),
                        new Use(ferry).spec(),
                        new Show(ferry, options).spec(),
                        new Remove(ferry, options).spec(),
                        new ProfileLogoutCommand(ferry, options).spec())
                .forEach(command -> Words.addTo(profile, command));
        return profile;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: ferry profile add, import, list, use, show, remove or logout.");
    }

    /** {@code ferry profile list}. */
    static final class All implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        All(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        @Override
        public Integer call() {
            Profiles profiles = Profiles.of(ferry.environment());
            List<Profile> all = profiles.list();
            String current = profiles.current().orElse("");
            boolean table = options.format == Format.TABLE;
            if (table && all.isEmpty()) {
                ferry.streams()
                        .err()
                        .println(
                                "There are no profiles in " + profiles.file() + "; 'ferry profile add NAME' adds one.");
                return ExitCode.DONE.number();
            }
            ferry.printer(options)
                    .print(all.stream()
                            .map(profile -> row(profile, profile.name().equals(current), table))
                            .toList());
            return ExitCode.DONE.number();
        }

        private static Map<String, @Nullable Object> row(Profile profile, boolean current, boolean table) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("current", table ? (current ? "*" : "") : (Object) current);
            row.put("name", profile.name());
            row.put("environment", profile.environment());
            row.put("mode", mode(profile));
            row.put("source", host(profile.source()));
            row.put("target", host(profile.target()));
            return row;
        }

        private static @Nullable String host(@Nullable Side side) {
            return side == null ? null : side.baseUrl().getAuthority();
        }
    }

    /** {@code ferry profile use}. */
    static final class Use implements Callable<Integer> {
        private final CommandLineInterface ferry;

        private String name = "";

        Use(CommandLineInterface ferry) {
            this.ferry = ferry;
        }

        CommandSpec spec() {
            return Words.command("use", this, "Make a profile the current one.")
                    .addPositional(Words.word(it -> name = it, "NAME", "The profile."));
        }

        @Override
        public Integer call() {
            Profiles.of(ferry.environment()).use(name);
            ferry.streams().err().println("Ferry works for " + name + " now, unless something else is said.");
            return ExitCode.DONE.number();
        }
    }

    /** {@code ferry profile show}. */
    static final class Show implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private @Nullable String name;

        Show(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("show", this, "Show a profile, without its secrets.")
                    .addPositional(Words.optionalWord(
                            it -> name = it,
                            "NAME",
                            "The profile; when not given, what a command would work with now."));
        }

        @Override
        public Integer call() {
            Profiles profiles = Profiles.of(ferry.environment());
            Optional<Profile> found = name != null ? profiles.resolve(name) : profiles.profileFor(options.wishes());
            Profile profile = (name == null ? found : profiles.find(name))
                    .orElseThrow(() -> new UsageException(
                            "There is no profile in " + profiles.file() + "; 'ferry profile add NAME' adds one."));
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", profile.name());
            fields.put("environment", profile.environment());
            fields.put("mode", mode(profile));
            profile.preferences().said().forEach((key, value) -> fields.putIfAbsent(key.field(), value.text()));
            fields.put("source", side(profile.source()));
            fields.put("target", side(profile.target()));
            fields.values().removeIf(Objects::isNull);
            ferry.printer(options).print(fields);
            return ExitCode.DONE.number();
        }

        private static @Nullable Map<String, Object> side(@Nullable Side side) {
            if (side == null) {
                return null;
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("baseUrl", side.baseUrl().toString());
            boolean account = side.login().kind() == Login.Kind.SERVICE_ACCOUNT;
            fields.put(account ? "clientId" : "publicKey", side.login().id());
            fields.put("secretIn", side.login().secret().describe());
            if (side.caFile() != null) {
                fields.put("caFile", side.caFile().toString());
            }
            if (side.proxy() != null) {
                fields.put(
                        "proxy",
                        Proxies.named(side.proxy(), "the profile's proxy").shown());
            }
            put(fields, Key.NO_PROXY, side.network().noProxy());
            put(fields, Key.ORGANIZATION, side.home().organization());
            put(fields, Key.PROJECT, side.home().project());
            return fields;
        }

        private static void put(Map<String, Object> fields, Key key, @Nullable String value) {
            if (value != null) {
                fields.put(key.field(), value);
            }
        }
    }

    /** {@code ferry profile remove}. */
    static final class Remove implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String name = "";

        Remove(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("remove", this, "Remove a profile and the secrets that stand in it.")
                    .addPositional(Words.word(it -> name = it, "NAME", "The profile."));
        }

        @Override
        public Integer call() {
            Profiles profiles = Profiles.of(ferry.environment());
            String question = "Remove the profile " + name + " from " + profiles.file() + "?";
            // An unknown one is no question: removing it says what is wrong.
            if (profiles.find(name).isPresent()
                    && !new Questions(ferry.streams()).confirmation(options).ask(question)) {
                throw new RefusedException("Nothing was removed.");
            }
            List<String> left = profiles.remove(name);
            ferry.streams().err().println("Removed the profile " + name + ".");
            left.forEach(ferry.streams().err()::println);
            return ExitCode.DONE.number();
        }
    }

    private static String mode(Profile profile) {
        return profile.readOnly() ? "read-only" : "writable";
    }
}

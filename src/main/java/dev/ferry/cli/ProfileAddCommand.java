package dev.ferry.cli;

import dev.ferry.api.network.Proxies;
import dev.ferry.output.Secret;
import dev.ferry.profile.Key;
import dev.ferry.profile.Login;
import dev.ferry.profile.Login.Kind;
import dev.ferry.profile.Network;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SecretSource;
import dev.ferry.profile.Side;
import dev.ferry.profile.keyring.Keyring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry profile add}: asks at a terminal, or takes options. There is no option for a secret: the process list would show it. */
final class ProfileAddCommand implements Callable<Integer> {
    private static final String CLIENT_ID_PREFIX = "mdb_sa_id_";
    private static final List<String> SIDES = List.of("source", "target");

    /** The options of a side, without {@code --source-} or {@code --target-}. */
    private static final SortedMap<String, String> SIDE_OPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("base-url", "scheme, host and port"),
            Map.entry("public-key", "public half of an API key"),
            Map.entry("private-key-file", "file with the private half"),
            Map.entry("private-key-env", "environment variable with the private half"),
            Map.entry("private-key-command", "command that prints the private half"),
            Map.entry("private-key-keyring", "name of the private half in the keyring"),
            Map.entry("client-id", "id of a service account"),
            Map.entry("client-secret-file", "file with its secret"),
            Map.entry("client-secret-env", "environment variable with its secret"),
            Map.entry("client-secret-command", "command that prints its secret"),
            Map.entry("client-secret-keyring", "name of its secret in the keyring"),
            Map.entry("ca-file", "certificates in PEM form to trust"),
            Map.entry("proxy", "proxy to go through where HTTPS_PROXY names none"),
            Map.entry("no-proxy", "names and networks to reach without that proxy"),
            Map.entry("organization", "id of the organization that scripts take when given none"),
            Map.entry("project", "id of the project that scripts take when given none")));

    private final CommandLineInterface ferry;
    private final GlobalOptions options;
    private final Questions questions;
    private final Map<String, String> given = new HashMap<>();
    private String name = "";
    private @Nullable String word;
    private @Nullable String confirmations;
    private boolean inKeyring;

    ProfileAddCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
        this.questions = new Questions(ferry.streams());
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "add",
                this,
                "Add a profile: answer the questions, or give options.",
                "A secret is asked for, or read from a file, a variable or a command when it is needed.");
        command.addPositional(Words.word(it -> name = it, "NAME", "The new profile."));
        command.addOption(Words.option(
                        String.class,
                        it -> word = it,
                        "WORD",
                        "The word in the prompt; PROD starts read-only.",
                        "--environment")
                .build());
        command.addOption(Words.option(
                        String.class,
                        it -> confirmations = it,
                        "severe|all",
                        "Which changes are asked about before they leave.",
                        "--ask")
                .build());
        command.addOption(Words.flag(
                        it -> inKeyring = it,
                        "Keep secrets that are typed in the system's keyring, not in the settings file.",
                        "--keyring")
                .build());
        for (String side : SIDES) {
            SIDE_OPTIONS.forEach((option, description) -> {
                String key = "--" + side + "-" + option;
                command.addOption(Words.option(
                                String.class,
                                it -> given.put(key, it),
                                option.replaceAll(".*-", "").toUpperCase(Locale.ROOT),
                                "The " + side + ": " + description + ".",
                                key)
                        .build());
            });
        }
        return command;
    }

    @Override
    public Integer call() {
        options.check();
        Profiles profiles = Profiles.of(ferry.environment());
        profiles.checkFree(name);
        boolean ask = !anySideOption() && questions.possible();
        Side source = ask ? asked("Source, Cloud Manager or Ops Manager") : given("source");
        Side target = ask ? asked("Target, Atlas") : given("target");
        if (source == null && target == null) {
            throw new UsageException(
                    ask
                            ? "Nothing was added: a profile needs a source or a target."
                            : "There is no terminal to ask on: give --source-public-key or --source-client-id, and the same with"
                                    + " --target-.");
        }
        String environment = word == null && ask ? questions.ask("Word for the prompt, as PROD or TEST", "") : word;
        String shown = environment == null || environment.isEmpty() ? null : environment;
        boolean readOnly = options.readOnly || (Profile.isProduction(shown) && !options.writable);
        boolean keep = inKeyring || (ask && offered(source, target));
        Preferences preferences =
                confirmations == null ? Preferences.USUAL : Preferences.USUAL.said(Key.CONFIRM, confirmations, "--ask");
        new KeyringOffer(ferry, keep).add(new Profile(name, shown, readOnly, source, target, preferences), profiles);
        ferry.streams()
                .err()
                .println("Added the profile " + name + " to " + profiles.file()
                        + (profiles.current().filter(name::equals).isPresent()
                                ? "; it is the current one."
                                : "; 'ferry profile use " + name + "' makes it the current one."));
        return ExitCode.DONE.number();
    }

    private boolean offered(@Nullable Side source, @Nullable Side target) {
        Keyring keyring = ferry.environment().keyring();
        return keyring.isThere()
                && Stream.of(source, target)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(side -> side.login().secret() instanceof SecretSource.Literal)
                && questions
                        .ask("Keep the secrets in " + keyring.title() + " [y/N]", "")
                        .toLowerCase(Locale.ROOT)
                        .matches("y|yes");
    }

    private @Nullable Side asked(String title) {
        ferry.streams().err().println(title);
        String id = questions.ask("  Public key or client id (Enter: none)", "");
        if (id.isEmpty()) {
            return null;
        }
        boolean account = id.startsWith(CLIENT_ID_PREFIX);
        Secret secret = questions.askSecret(account ? "  Client secret" : "  Private key");
        String address = questions.ask("  Address", Side.STANDARD_ADDRESS);
        String caFile = questions.ask("  File with certificates to trust (Enter: none)", "");
        return new Side(
                Side.baseUrl(address, "The address"),
                new Login(account ? Kind.SERVICE_ACCOUNT : Kind.API_KEY, id, new SecretSource.Literal(secret, null)),
                caFile.isEmpty() ? null : Path.of(caFile).toAbsolutePath());
    }

    private @Nullable Side given(String side) {
        String publicKey = value(side, "public-key");
        String clientId = value(side, "client-id");
        if (publicKey != null && clientId != null) {
            throw new UsageException(
                    "--" + side + "-public-key and --" + side + "-client-id exclude each other; give one of them.");
        }
        if (publicKey == null && clientId == null) {
            for (String option : SIDE_OPTIONS.keySet()) {
                if (value(side, option) != null) {
                    throw new UsageException("--" + side + "-" + option + " needs --" + side + "-public-key or --"
                            + side + "-client-id beside it.");
                }
            }
            return null;
        }
        boolean account = clientId != null;
        String id = account ? clientId : publicKey;
        String address = value(side, "base-url");
        String caFile = value(side, "ca-file");
        return new Side(
                Side.baseUrl(address == null ? Side.STANDARD_ADDRESS : address, "--" + side + "-base-url"),
                new Login(
                        account ? Kind.SERVICE_ACCOUNT : Kind.API_KEY,
                        String.valueOf(id),
                        secret(side, account ? "client-secret" : "private-key")),
                new Network(
                        caFile == null ? null : Path.of(caFile).toAbsolutePath(), proxy(side), value(side, "no-proxy")),
                new Side.Home(value(side, "organization"), value(side, "project")));
    }

    private @Nullable String proxy(String side) {
        String proxy = value(side, "proxy");
        String option = "--" + side + "-proxy";
        if (proxy != null && Proxies.named(proxy, option).withPassword()) {
            throw new UsageException(option + " takes no password, because the process list shows it: write it into the"
                    + " settings file afterwards, or into HTTPS_PROXY.");
        }
        return proxy;
    }

    private SecretSource secret(String side, String half) {
        String key = "--" + side + "-" + half;
        List<SecretSource> sources = new ArrayList<>();
        String file = value(side, half + "-file");
        if (file != null) {
            sources.add(new SecretSource.InFile(Path.of(file).toAbsolutePath(), key + "-file"));
        }
        String variable = value(side, half + "-env");
        if (variable != null) {
            sources.add(new SecretSource.Variable(variable, key + "-env"));
        }
        String command = value(side, half + "-command");
        if (command != null) {
            sources.add(new SecretSource.Command(command, key + "-command"));
        }
        String kept = value(side, half + "-keyring");
        if (kept != null) {
            sources.add(new SecretSource.InKeyring(kept, key + "-keyring"));
        }
        if (sources.size() == 1) {
            return sources.get(0);
        }
        if (sources.isEmpty() && questions.possible()) {
            return new SecretSource.Literal(questions.askSecret("The " + side + "'s " + half.replace('-', ' ')), null);
        }
        throw new UsageException(
                (sources.isEmpty() ? "There is no terminal to ask for the secret on: give" : "Give one of") + " " + key
                        + "-file, " + key + "-env, " + key + "-command or " + key + "-keyring.");
    }

    private boolean anySideOption() {
        return SIDES.stream()
                .anyMatch(side -> SIDE_OPTIONS.keySet().stream().anyMatch(key -> value(side, key) != null));
    }

    private @Nullable String value(String side, String option) {
        return given.get("--" + side + "-" + option);
    }
}

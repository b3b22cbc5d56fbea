package dev.ferry.cli;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Examination;
import dev.ferry.api.http.Finding;
import dev.ferry.api.http.Finding.Check;
import dev.ferry.api.http.Finding.Result;
import dev.ferry.api.network.Proxies;
import dev.ferry.output.Format;
import dev.ferry.output.Ink;
import dev.ferry.output.Streams;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Key;
import dev.ferry.profile.Login;
import dev.ferry.profile.Origins;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SettingsException;
import dev.ferry.profile.Side;
import dev.ferry.profile.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry doctor}: looks at both sides of the profile, and says what it sees and what to do. */
final class DoctorCommand implements Callable<Integer> {
    private static final int NARROW = 80;

    private final CommandLineInterface ferry;
    private final GlobalOptions options;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private ExitCode code = ExitCode.DONE;

    DoctorCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        return Words.command(
                "doctor",
                this,
                "Look at both sides of the profile: settings, network, certificates, clock, credentials and rights.",
                "Nothing is changed. Ends with 0 when calls would go through, with 2, 4 or 9 when settings, credentials or the",
                "network are in the way.");
    }

    @Override
    public Integer call() {
        options.check();
        try (Workbench bench = Workbench.forScript(options, ferry.streams(), ferry.environment())) {
            Profile profile = bench.profile();
            Sides sides = bench.sides();
            Profiles profiles = Profiles.of(ferry.environment());
            if (options.sandbox != null) {
                preferences(
                        profile,
                        "--sandbox",
                        profiles.projectFile(options.wishes()).orElse(null));
                sandboxed("source", ApiSide.SOURCE, Catalogs.CLOUD_MANAGER, sides);
                sandboxed("target", ApiSide.TARGET, Catalogs.ATLAS, sides);
            } else if (profile.source() == null && profile.target() == null) {
                throw new NoCredentialsException(
                        "There is nobody to look after: add a profile with 'ferry profile add NAME', or"
                                + " look at the sandbox with --sandbox.");
            } else {
                Origins origins = profiles.origins(options.wishes());
                preferences(profile, origins.chosenBy(), origins.project());
                examined("source", profile, profile.source(), origins.source(), origins, Catalogs.CLOUD_MANAGER, sides);
                examined("target", profile, profile.target(), origins.target(), origins, Catalogs.ATLAS, sides);
            }
        }
        if (options.format != Format.TABLE) {
            ferry.printer(options).print(rows);
        }
        return code.number();
    }

    private void sandboxed(String name, ApiSide side, String root, Sides sides) {
        Connection made = sides.connections().to(side);
        tell(
                name,
                new Finding(
                        Check.SETTINGS,
                        Result.OK,
                        "SIMULATED: " + made.baseUrl() + ", a sandbox made for this run",
                        null,
                        Map.of("baseUrl", made.baseUrl().toString(), "simulated", true),
                        null));
        examine(name, made, root, sides.settings());
    }

    private void examined(
            String name,
            Profile profile,
            @Nullable Side side,
            @Nullable Map<Key, Value> said,
            Origins origins,
            String root,
            Sides sides) {
        if (side == null || said == null) {
            tell(
                    name,
                    new Finding(
                            Check.SETTINGS,
                            Result.SKIPPED,
                            "the profile " + profile.name() + " (" + origins.chosenBy() + ") has no " + name,
                            null,
                            Map.of("profile", profile.name(), "chosenBy", origins.chosenBy()),
                            null));
            return;
        }
        Connection connection;
        ApiClient.Settings settings;
        try {
            connection = side.connect(ferry.environment());
            settings = sides.settings();
        } catch (SettingsException | UsageException e) {
            tell(name, Finding.failed(Check.SETTINGS, e));
            return;
        }
        tell(name, settings(profile, side, said, origins));
        examine(name, connection, root, settings);
    }

    private static Finding settings(Profile profile, Side side, Map<Key, Value> said, Origins origins) {
        boolean account = side.login().kind() == Login.Kind.SERVICE_ACCOUNT;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("profile", profile.name());
        details.put("chosenBy", origins.chosenBy());
        details.put("settingsFile", origins.file().toString());
        details.put("baseUrl", side.baseUrl().toString());
        details.put(account ? "clientId" : "publicKey", side.login().id());
        details.put("secretFrom", side.login().secret().describe());
        details.put("values", values(said));
        return new Finding(
                Check.SETTINGS,
                Result.OK,
                side.baseUrl() + " with the " + (account ? "service account " : "API key ")
                        + side.login().id() + ", its secret from "
                        + side.login().secret().describe(),
                null,
                details,
                null);
    }

    /** Each key with its value and who said it. What a proxy's address has of a password is hidden. */
    private static List<Map<String, Object>> values(Map<Key, Value> said) {
        List<Map<String, Object>> values = new ArrayList<>();
        said.forEach((key, value) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", key.word());
            row.put(
                    "value",
                    key == Key.PROXY
                            ? Proxies.named(value.text(), "the profile's proxy").shown()
                            : value.text());
            row.put("from", value.origin());
            values.add(row);
        });
        return values;
    }

    /** The profile itself: what chose it, and where each preference comes from. */
    private void preferences(Profile profile, String chosenBy, @Nullable Path project) {
        Map<Key, Value> all = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            boolean shown = key.isIn(Key.Scope.PROFILE) ? key != Key.READ_ONLY : key == Key.KEEP_RUNS;
            Value value = profile.preferences().of(key);
            if (shown && !value.text().isEmpty()) {
                all.put(key, value);
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("profile", profile.name());
        details.put("chosenBy", chosenBy);
        if (project != null) {
            details.put("projectFile", project.toString());
        }
        details.put("values", values(all));
        tell(
                "profile",
                new Finding(
                        Check.SETTINGS,
                        Result.OK,
                        profile.name() + ", by " + chosenBy + (project == null ? "" : "; project file " + project),
                        null,
                        details,
                        null));
    }

    private void examine(String name, Connection connection, String root, ApiClient.Settings settings) {
        new Examination(connection, root, settings, finding -> tell(name, finding)).run();
    }

    private void tell(String side, Finding finding) {
        if (finding.result() == Result.FAILED && code == ExitCode.DONE) {
            code = code(finding);
        }
        String check = word(finding.check());
        String result = word(finding.result());
        if (options.format != Format.TABLE) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("side", side);
            row.put("check", check);
            row.put("result", result);
            row.put("found", finding.found());
            row.put("advice", finding.advice());
            row.put("details", finding.details());
            rows.add(row);
            return;
        }
        Streams streams = ferry.streams();
        boolean coloured = streams.isColoured(Streams.Stream.OUT);
        boolean narrow = streams.width(Streams.Stream.OUT) < NARROW;
        String indent = " ".repeat(narrow ? 2 : 25);
        streams.out()
                .println(ink(finding.result()).on(String.format(Locale.ROOT, "%-8s", result), coloured)
                        + String.format(Locale.ROOT, "%-7s %-9s", side, check)
                        + finding.found());
        for (Object each : finding.details().get("certificates") instanceof List<?> all ? all : List.of()) {
            if (each instanceof Map<?, ?> certificate) {
                streams.out()
                        .println(indent + certificate.get("subject") + ", signed by " + certificate.get("issuer")
                                + ", expires " + certificate.get("expires"));
            }
        }
        for (Object each : finding.details().get("values") instanceof List<?> all ? all : List.of()) {
            if (each instanceof Map<?, ?> value) {
                // In a narrow window a line each, which can be read where columns would be torn.
                String row = narrow ? "%s  %s\n" + indent + "  " : "%-21s %-26s ";
                streams.out()
                        .println(indent
                                + String.format(Locale.ROOT, row, value.get("key"), value.get("value"))
                                + value.get("from"));
            }
        }
        if (finding.advice() != null) {
            streams.out().println(indent + "→ " + finding.advice());
        }
        streams.out().flush();
    }

    private static ExitCode code(Finding finding) {
        return finding.check() == Check.SETTINGS
                ? ExitCode.USAGE
                : finding.failure() == null ? ExitCode.UNAVAILABLE : Failure.code(finding.failure());
    }

    private static Ink ink(Result result) {
        return switch (result) {
            case OK -> Ink.GREEN;
            case WARNING -> Ink.YELLOW;
            case FAILED -> Ink.RED;
            case SKIPPED -> Ink.DIM;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

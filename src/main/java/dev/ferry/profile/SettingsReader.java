package dev.ferry.profile;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import dev.ferry.output.Secret;
import dev.ferry.output.Suggestion;
import dev.ferry.profile.Key.Scope;
import dev.ferry.profile.Login.Kind;
import dev.ferry.profile.PartialSide.PartialLogin;
import dev.ferry.profile.SettingsFile.Settings;
import dev.ferry.profile.SettingsFile.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the tables of the settings file into profiles, and refuses what it does not know: a misspelt key must not go unnoticed. */
final class SettingsReader {
    private static final List<String> TOP = words(Scope.TOP, "profiles");
    private static final List<String> PROFILE = words(Scope.PROFILE, "source", "target");
    private static final List<String> SIDE = List.of(
            "base_url",
            "ca_file",
            "proxy",
            "public_key",
            "private_key",
            "private_key_file",
            "private_key_env",
            "private_key_command",
            "client_id",
            "client_secret",
            "client_secret_file",
            "client_secret_env",
            "client_secret_command");

    private final Path file;
    private final Environment environment;

    SettingsReader(Path file, Environment environment) {
        this.file = file;
        this.environment = environment;
    }

    private static Map<String, Object> entries(UnmodifiableConfig config) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (UnmodifiableConfig.Entry entry : config.entrySet()) {
            entries.put(entry.getKey(), entry.getRawValue());
        }
        return entries;
    }

    private static List<String> words(Scope scope, String... tables) {
        return Stream.concat(Key.of(scope).stream().map(Key::word), Stream.of(tables))
                .toList();
    }

    Settings settings(UnmodifiableConfig config) {
        Table top = new Table("", entries(config));
        top.check(TOP);
        Map<Key, Value> said = said(top, Scope.TOP);
        Value current = said.remove(Key.CURRENT);
        Preferences usual = new Preferences(said);
        Map<String, Stored> profiles = new LinkedHashMap<>();
        Table tables = top.table("profiles");
        if (tables != null) {
            for (String name : tables.values.keySet()) {
                Table table = tables.table(name);
                if (table != null) {
                    profiles.put(name, stored(name, table, usual));
                }
            }
        }
        return new Settings(current == null ? null : current.text(), profiles, usual);
    }

    private Stored stored(String name, Table table, Preferences usual) {
        table.check(PROFILE);
        Map<Key, Value> said = said(table, Scope.PROFILE);
        Value older = said.remove(Key.READ_ONLY);
        if (older != null) {
            Value mode = new Value(older.text().equals("true") ? "read-only" : "writable", older.origin());
            if (said.putIfAbsent(Key.MODE, mode) != null) {
                throw new SettingsException(
                        table.place(Key.READ_ONLY.word()) + " is an older way to say mode; keep mode alone.");
            }
        }
        Value word = said.get(Key.ENVIRONMENT);
        String environment = word == null ? null : word.text();
        if (word != null && Profile.isProduction(environment)) {
            said.putIfAbsent(Key.MODE, new Value("read-only", word.origin() + ", because it says " + environment));
        }
        Preferences preferences = new Preferences(said).over(usual);
        PartialSide source = side(table.table("source"));
        PartialSide target = side(table.table("target"));
        Profile profile = new Profile(
                name,
                environment,
                preferences.of(Key.MODE).text().equals("read-only"),
                source == null ? null : source.over(null),
                target == null ? null : target.over(null),
                preferences);
        return new Stored(profile, source, target);
    }

    private static Map<Key, Value> said(Table table, Scope scope) {
        Map<Key, Value> said = new EnumMap<>(Key.class);
        for (Key key : Key.of(scope)) {
            Object raw = table.values.get(key.word());
            if (raw != null) {
                String place = table.place(key.word());
                said.put(key, new Value(key.read(raw, place), place));
            }
        }
        return said;
    }

    private @Nullable PartialSide side(@Nullable Table table) {
        if (table == null) {
            return null;
        }
        table.check(SIDE);
        String url = table.text("base_url");
        String caFile = table.text("ca_file");
        PartialLogin apiKey = login(table, Kind.API_KEY, "public_key", "private_key");
        PartialLogin account = login(table, Kind.SERVICE_ACCOUNT, "client_id", "client_secret");
        if (apiKey == null && account == null) {
            apiKey = new PartialLogin(
                    Kind.API_KEY,
                    "",
                    new SecretSource.Missing(
                            table.place("") + " has no credentials; add public_key and private_key, or "
                                    + "client_id and client_secret."),
                    "",
                    "");
        }
        return new PartialSide(
                url == null ? null : BaseUrl.parse(url, table.place("base_url")),
                table.place("base_url"),
                caFile == null ? null : path(caFile),
                table.place("ca_file"),
                table.text("proxy"),
                apiKey,
                account);
    }

    private @Nullable PartialLogin login(Table table, Kind kind, String idKey, String secretKey) {
        String id = table.text(idKey);
        List<SecretSource> secrets = new ArrayList<>();
        String literal = table.text(secretKey);
        if (literal != null) {
            secrets.add(new SecretSource.Literal(Secret.of(literal), file));
        }
        String inFile = table.text(secretKey + "_file");
        if (inFile != null) {
            secrets.add(new SecretSource.InFile(path(inFile), table.place(secretKey + "_file")));
        }
        String variable = table.text(secretKey + "_env");
        if (variable != null) {
            secrets.add(new SecretSource.Variable(variable, table.place(secretKey + "_env")));
        }
        String command = table.text(secretKey + "_command");
        if (command != null) {
            secrets.add(new SecretSource.Command(command, table.place(secretKey + "_command")));
        }
        if (secrets.size() > 1) {
            throw new SettingsException(table.place(secretKey) + " is given in several ways; keep one of " + secretKey
                    + ", " + secretKey + "_file, " + secretKey + "_env and " + secretKey + "_command.");
        }
        if (id == null && secrets.isEmpty()) {
            return null;
        }
        return new PartialLogin(
                kind, id, secrets.isEmpty() ? null : secrets.get(0), table.place(idKey), table.place(secretKey));
    }

    /** A path below the home folder when it starts with {@code ~/}, else below the folder of the settings file. */
    private Path path(String text) {
        String home = environment.get("HOME");
        if (text.startsWith("~/") && home != null) {
            return Path.of(home, text.substring(2));
        }
        return file.resolveSibling(text);
    }

    /** One table and its name, for messages that say where. */
    private final class Table {
        private final String name;
        private final Map<String, Object> values;

        Table(String name, Map<String, Object> values) {
            this.name = name;
            this.values = values;
        }

        void check(List<String> known) {
            for (String key : values.keySet()) {
                if (!known.contains(key)) {
                    throw new SettingsException(place(key) + " is no setting that Ferry knows; correct or remove it."
                            + Suggestion.didYouMean(key, known));
                }
            }
        }

        @Nullable
        String text(String key) {
            return get(key, String.class, "a text in quotation marks");
        }

        @Nullable
        Table table(String key) {
            UnmodifiableConfig table = get(key, UnmodifiableConfig.class, "a table");
            return table == null ? null : new Table(qualified(key), entries(table));
        }

        /** Without the value in the message: it may be a secret. */
        <T> @Nullable T get(String key, Class<T> type, String description) {
            Object value = values.get(key);
            if (value == null) {
                return null;
            }
            if (!type.isInstance(value)) {
                throw new SettingsException(place(key) + " has to be " + description + "; correct it.");
            }
            return type.cast(value);
        }

        String place(String key) {
            return qualified(key) + " in " + file;
        }

        private String qualified(String key) {
            return name.isEmpty() ? key : key.isEmpty() ? name : name + "." + key;
        }
    }
}

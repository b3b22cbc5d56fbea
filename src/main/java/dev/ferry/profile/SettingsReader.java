package dev.ferry.profile;

import dev.ferry.output.Secret;
import dev.ferry.profile.Key.Scope;
import dev.ferry.profile.Login.Kind;
import dev.ferry.profile.PartialSide.PartialLogin;
import dev.ferry.profile.SettingsFile.Settings;
import dev.ferry.profile.SettingsFile.Stored;
import dev.ferry.profile.toml.TomlText;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the tables of the settings file into profiles. */
final class SettingsReader {
    private static final List<String> TOP = words(Scope.TOP, "profiles");
    private static final List<String> PROFILE = words(Scope.PROFILE, "source", "target");
    private static final List<String> SIDE = words(Scope.SIDE);

    private final Path file;
    private final Environment environment;

    SettingsReader(Path file, Environment environment) {
        this.file = file;
        this.environment = environment;
    }

    private static List<String> words(Scope scope, String... tables) {
        return Stream.concat(Key.of(scope).stream().map(Key::word), Stream.of(tables))
                .toList();
    }

    Settings settings(TomlText text) {
        Table top = Table.top(file, text);
        top.check(TOP);
        Map<Key, Value> said = top.said(Key.of(Scope.TOP));
        Value current = said.remove(Key.CURRENT);
        Preferences usual = new Preferences(said);
        Map<String, Stored> profiles = new LinkedHashMap<>();
        Table tables = top.table("profiles");
        if (tables != null) {
            for (String name : tables.names()) {
                Table table = tables.table(name);
                if (table != null) {
                    profiles.put(name, stored(name, table, usual));
                }
            }
        }
        return new Settings(current, profiles, usual);
    }

    private Stored stored(String name, Table table, Preferences usual) {
        table.check(PROFILE);
        Map<Key, Value> said = table.said(Key.of(Scope.PROFILE));
        Value older = said.remove(Key.READ_ONLY);
        if (older != null) {
            Value mode = new Value(older.text().equals("true") ? "read-only" : "writable", older.origin());
            if (said.putIfAbsent(Key.MODE, mode) != null) {
                throw new SettingsException(
                        table.where(Key.READ_ONLY.word(), false) + " is an older way to say mode; keep mode alone.");
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
                preferences.of(Key.MODE).text().equals(Key.MODE.strictest()),
                source == null ? null : source.over(null),
                target == null ? null : target.over(null),
                preferences);
        return new Stored(profile, source, target);
    }

    private @Nullable PartialSide side(@Nullable Table table) {
        if (table == null) {
            return null;
        }
        table.check(SIDE);
        Map<Key, Value> said = table.said(Key.of(Scope.SIDE));
        PartialLogin apiKey = login(table, Kind.API_KEY, said);
        PartialLogin account = login(table, Kind.SERVICE_ACCOUNT, said);
        if (apiKey == null && account == null) {
            apiKey = new PartialLogin(
                    Kind.API_KEY,
                    "",
                    new SecretSource.Missing(
                            table.place("") + " has no credentials; add public_key and private_key, or "
                                    + "client_id and client_secret."),
                    "",
                    "",
                    Map.of(),
                    Map.of());
        }
        said.computeIfPresent(
                Key.BASE_URL,
                (key, value) -> new Value(
                        BaseUrl.parse(value.text(), table.where(key.word(), true))
                                .toString(),
                        value.origin()));
        said.computeIfPresent(
                Key.CA_FILE, (key, value) -> new Value(path(value.text()).toString(), value.origin()));
        return new PartialSide(said, apiKey, account);
    }

    /** The credentials of a kind, whose keys are taken out of what the table says. */
    private @Nullable PartialLogin login(Table table, Kind kind, Map<Key, Value> said) {
        Value id = said.remove(kind.idKey());
        List<Key> places = kind.secretKeys();
        Map<Key, Value> given = new EnumMap<>(Key.class);
        for (Key place : places) {
            Value value = said.remove(place);
            if (value != null) {
                given.put(place, value);
            }
        }
        if (given.size() > 1) {
            String last = places.get(places.size() - 1).word();
            throw new SettingsException(table.where(kind.secretKey().word(), false)
                    + " is given in several ways; keep one of "
                    + places.subList(0, places.size() - 1).stream()
                            .map(Key::word)
                            .collect(Collectors.joining(", "))
                    + " and " + last + ".");
        }
        if (id == null && given.isEmpty()) {
            return null;
        }
        SecretSource secret = null;
        Map<Key, Value> shown = new EnumMap<>(Key.class);
        for (Map.Entry<Key, Value> each : given.entrySet()) {
            Key place = each.getKey();
            secret = source(place, each.getValue().text(), table.place(place.word()));
            shown.put(
                    place,
                    place == kind.secretKey()
                            ? new Value(Secret.MASK, each.getValue().origin())
                            : each.getValue());
        }
        return new PartialLogin(
                kind,
                id == null ? null : id.text(),
                secret,
                table.place(kind.idKey().word()),
                table.place(kind.secretKey().word()),
                id == null ? Map.of() : Map.of(kind.idKey(), id),
                shown);
    }

    private SecretSource source(Key key, String text, String place) {
        return switch (key) {
            case PRIVATE_KEY, CLIENT_SECRET -> new SecretSource.Literal(Secret.of(text), file);
            case PRIVATE_KEY_FILE, CLIENT_SECRET_FILE -> new SecretSource.InFile(path(text), place);
            case PRIVATE_KEY_ENV, CLIENT_SECRET_ENV -> new SecretSource.Variable(text, place);
            case PRIVATE_KEY_KEYRING, CLIENT_SECRET_KEYRING -> new SecretSource.InKeyring(text, place);
            default -> new SecretSource.Command(text, place);
        };
    }

    /** A path below the home folder when it starts with {@code ~/}, else below the folder of the settings file. */
    private Path path(String text) {
        String home = environment.get("HOME");
        if (text.startsWith("~/") && home != null) {
            return Path.of(home, text.substring(2));
        }
        return file.resolveSibling(text);
    }
}

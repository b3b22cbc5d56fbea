package dev.ferry.profile;

import dev.ferry.output.Secret;
import dev.ferry.output.Suggestion;
import dev.ferry.profile.Login.Kind;
import dev.ferry.profile.keyring.Keyring;
import dev.ferry.profile.keyring.KeyringException;
import dev.ferry.profile.toml.TomlException;
import dev.ferry.profile.toml.TomlText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another tool whose profiles can be taken over. Its file is read and never written.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/cli/current/atlas-cli-config/">Atlas CLI, configuration file</a>
 * @see <a href="https://www.mongodb.com/docs/mongocli/current/configure/configuration-file/">mongocli, configuration file</a>
 */
public enum OtherTool {
    /** The Atlas CLI, whose profiles lead to a target. */
    ATLAS_CLI(
            "atlas-cli",
            "the Atlas CLI",
            true,
            Map.of("cloud", Side.STANDARD_ADDRESS, "cloudgov", "https://cloud.mongodbgov.com")),

    /** mongocli, whose profiles lead to a source. */
    MONGOCLI(
            "mongocli",
            "mongocli",
            false,
            Map.of("cloud", Side.STANDARD_ADDRESS, "cloud-manager", Side.STANDARD_ADDRESS));

    private final String word;
    private final String title;
    private final boolean target;
    private final Map<String, String> services;

    OtherTool(String word, String title, boolean target, Map<String, String> services) {
        this.word = word;
        this.title = title;
        this.target = target;
        this.services = services;
    }

    /**
     * A profile of the tool as one of ours.
     *
     * @param profile ours; null when none can be made of it
     * @param notes what its owner should know, each a sentence
     */
    public record Found(String name, @Nullable Profile profile, List<String> notes) {}

    /** What the tool is called in commands. */
    public String word() {
        return word;
    }

    /** Where its file is, whether it exists or not. */
    public Path file(Environment environment) {
        String xdg = environment.get("XDG_CONFIG_HOME");
        String home = environment.get("HOME") == null ? System.getProperty("user.home") : environment.get("HOME");
        Path dotConfig = xdg != null ? Path.of(xdg) : Path.of(String.valueOf(home), ".config");
        if (this == MONGOCLI) {
            return dotConfig.resolve("mongocli.toml");
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String appData = environment.get("APPDATA");
        Path folder = system.startsWith("windows") && appData != null
                ? Path.of(appData)
                : system.startsWith("mac")
                        ? Path.of(String.valueOf(home), "Library", "Application Support")
                        : dotConfig;
        return folder.resolve("atlascli").resolve("config.toml");
    }

    /**
     * Reads its profiles.
     *
     * @param names those that are wanted; empty for all
     * @throws SettingsException when the file cannot be read, or lacks one of the names
     */
    public List<Found> read(Environment environment, List<String> names) {
        Path file = file(environment);
        TomlText text;
        try {
            text = TomlText.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new SettingsException("There is no " + file + ", where " + title + " keeps its profiles.", e);
        } catch (IOException e) {
            throw SettingsFile.unreadable("", file, e);
        } catch (TomlException e) {
            throw SettingsFile.notToml(file, e);
        }
        Table top = Table.top(file, text);
        List<String> there = top.names().stream()
                .filter(name -> text.values().get(name) instanceof Map)
                .toList();
        List<Found> found = new ArrayList<>();
        for (String name : names.isEmpty() ? there : names) {
            Table table = there.contains(name) ? top.table(name) : null;
            if (table == null) {
                throw new SettingsException(
                        "There is no profile " + name + " in " + file + "." + Suggestion.didYouMean(name, there));
            }
            found.add(found(name, table, environment));
        }
        return found;
    }

    private Found found(String name, Table table, Environment environment) {
        List<String> notes = new ArrayList<>();
        String url = url(table, notes);
        String type = table.text("auth_type");
        if ("user_account".equals(type)) {
            notes.add(
                    name + " logs in by a browser, which Ferry does not; make an API key or a service account for it.");
        }
        boolean account = "service_account".equals(type)
                || (type == null && table.text("public_api_key") == null && table.text("client_id") != null);
        Kind kind = account ? Kind.SERVICE_ACCOUNT : Kind.API_KEY;
        String idKey = account ? "client_id" : "public_api_key";
        String secretKey = account ? "client_secret" : "private_api_key";
        String id = table.text(idKey);
        String clear = table.text(secretKey);
        String service = "atlascli_" + name;
        if (id == null && this == ATLAS_CLI && !"user_account".equals(type)) {
            id = fromKeyring(environment, service, idKey);
            if (id == null) {
                notes.add("The keys of " + name + " are neither in the file nor to be had from the keyring, where "
                        + title + " keeps them under " + service + "; add the profile with 'ferry profile add " + name
                        + "'.");
            }
        }
        if (id == null || url == null || "user_account".equals(type)) {
            if (notes.isEmpty()) {
                notes.add(name + " has no " + idKey + "; add the profile with 'ferry profile add " + name + "'.");
            }
            return new Found(name, null, notes);
        }
        SecretSource secret = secret(name, table, clear, service, secretKey, notes);
        if ("true".equals(table.text("ops_manager_skip_verify"))) {
            notes.add(name + " does not look at certificates, and Ferry always does: name the authority in ca_file.");
        }
        String caFile = table.text("ops_manager_ca_certificate");
        Side side = new Side(
                URI.create(url),
                new Login(kind, id, secret),
                new Network(caFile == null ? null : Path.of(caFile), null, null),
                new Side.Home(table.text("org_id"), table.text("project_id")));
        return new Found(
                name, new Profile(name, null, true, target ? null : side, target ? side : null), List.copyOf(notes));
    }

    private @Nullable String url(Table table, List<String> notes) {
        for (String key : List.of("ops_manager_url", "base_url")) {
            String url = table.text(key);
            if (url != null && !url.isBlank()) {
                return BaseUrl.parse(url, table.where(key, true)).toString();
            }
        }
        String service = table.text("service");
        String url = service == null || service.isBlank() ? Side.STANDARD_ADDRESS : services.get(service);
        if (url == null) {
            notes.add(table.where("service", true)
                    + " is a service without an address; add ops_manager_url there, or the profile"
                    + " with 'ferry profile add'.");
        }
        return url;
    }

    private SecretSource secret(
            String name, Table table, @Nullable String clear, String service, String key, List<String> notes) {
        if (clear != null) {
            notes.add("The secret of " + name + " stands in the clear in " + table.origin(key)
                    + "; it was taken over, and stands there still.");
            return new SecretSource.Literal(Secret.of(clear), null);
        }
        if (this == ATLAS_CLI
                && !System.getProperty("os.name").toLowerCase(Locale.ROOT).matches("(windows|mac).*")) {
            notes.add("The secret of " + name + " stays in the keyring of " + title + ", and is asked for there.");
            return new SecretSource.Command("secret-tool lookup service " + service + " username " + key, key);
        }
        notes.add("The secret of " + name + " is not in the file"
                + (this == ATLAS_CLI ? ", but in the keyring under " + service : "")
                + "; say in the profile where it is, as with "
                + (key.startsWith("client") ? "client_secret" : "private_key")
                + "_file.");
        return new SecretSource.Missing("The secret of " + name + " was not taken over.");
    }

    private static @Nullable String fromKeyring(Environment environment, String service, String key) {
        Keyring keyring = environment.keyring();
        if (!keyring.isThere()) {
            return null;
        }
        try {
            return keyring.of(service).find(key).reveal();
        } catch (KeyringException e) {
            // Not there, locked, or not running: in each case the caller says what to do instead.
            return null;
        }
    }
}

package dev.ferry.profile;

import dev.ferry.profile.toml.TomlText;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings file as lines, changed by hand so that comments, order and blank lines of everything else stay as their author left
 * them. {@link SettingsFile} parses each outcome before it is written.
 */
final class SettingsText {
    private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");
    private static final Pattern CURRENT = Pattern.compile("\\s*\"?current\"?\\s*=\\s*(?:\"[^\"]*\"|'[^']*')(.*)");

    private final List<String> lines;
    private final String end;

    private SettingsText(List<String> lines, String end) {
        this.lines = List.copyOf(lines);
        this.end = end;
    }

    static SettingsText of(String text) {
        return new SettingsText(TomlText.plain(text).lines().toList(), text.contains("\r\n") ? "\r\n" : "\n");
    }

    private SettingsText with(List<String> changed) {
        return new SettingsText(changed, end);
    }

    /** With the profile's tables at the end. */
    SettingsText add(Profile profile) {
        List<String> changed = new ArrayList<>(lines);
        if (!changed.isEmpty()) {
            changed.add("");
        }
        String table = "profiles." + key(profile.name());
        changed.add("[" + table + "]");
        if (profile.environment() != null) {
            changed.add("environment = " + quoted(profile.environment()));
        }
        changed.add("mode = " + quoted(profile.readOnly() ? "read-only" : "writable"));
        profile.preferences().said().forEach((key, value) -> {
            if (key.isIn(Key.Scope.PROFILE) && key != Key.ENVIRONMENT && key != Key.MODE) {
                changed.add(key + " = " + quoted(value.text()));
            }
        });
        addSide(changed, table + ".source", profile.source());
        addSide(changed, table + ".target", profile.target());
        return with(changed);
    }

    /** With this profile as the current one. */
    SettingsText use(String name) {
        List<String> changed = new ArrayList<>(lines);
        int top = 0;
        for (int i = 0; i < changed.size() && !HEADER.matcher(changed.get(i)).matches(); i++) {
            Matcher current = CURRENT.matcher(changed.get(i));
            if (current.matches()) {
                changed.set(i, "current = " + quoted(name) + current.group(1));
                return with(changed);
            }
            if (i == top && changed.get(i).startsWith("#")) {
                top++;
            }
        }
        changed.add(top, "current = " + quoted(name));
        if (top + 1 < changed.size() && HEADER.matcher(changed.get(top + 1)).matches()) {
            changed.add(top + 1, "");
        }
        return with(changed);
    }

    /** With no current profile. */
    SettingsText useNone() {
        List<String> changed = new ArrayList<>(lines);
        for (int i = 0; i < changed.size() && !HEADER.matcher(changed.get(i)).matches(); i++) {
            if (CURRENT.matcher(changed.get(i)).matches()) {
                changed.remove(i);
                break;
            }
        }
        return with(changed);
    }

    /** Without the profile's tables. A comment right above the next table stays with that one. */
    SettingsText remove(String name) {
        String quotedName = Pattern.quote(name);
        Pattern own = Pattern.compile("\\s*\\[\\s*profiles\\s*\\.\\s*(?:" + quotedName + "|\"" + quotedName + "\"|'"
                + quotedName + "')\\s*[.\\]].*");
        List<String> kept = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (HEADER.matcher(line).matches()) {
                boolean wasInside = inside;
                inside = own.matcher(line).matches();
                if (wasInside && !inside) {
                    kept.addAll(remarks);
                }
            }
            if (!inside) {
                kept.add(line);
            } else if (line.startsWith("#")) {
                remarks.add(line);
            } else {
                remarks.clear();
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
            kept.remove(kept.size() - 1);
        }
        return with(kept);
    }

    @Override
    public String toString() {
        return lines.isEmpty() ? "" : String.join(end, lines) + end;
    }

    private static void addSide(List<String> lines, String table, @Nullable Side side) {
        if (side == null) {
            return;
        }
        lines.add("");
        lines.add("[" + table + "]");
        URI baseUrl = side.baseUrl();
        lines.add("base_url = " + quoted(baseUrl.toString()));
        Login login = side.login();
        boolean account = login.kind() == Login.Kind.SERVICE_ACCOUNT;
        lines.add((account ? "client_id" : "public_key") + " = " + quoted(login.id()));
        secret(lines, account ? "client_secret" : "private_key", login.secret());
        Path caFile = side.caFile();
        line(lines, Key.CA_FILE, caFile == null ? null : caFile.toString());
        line(lines, Key.PROXY, side.proxy());
        line(lines, Key.NO_PROXY, side.network().noProxy());
        line(lines, Key.ORGANIZATION, side.home().organization());
        line(lines, Key.PROJECT, side.home().project());
    }

    private static void line(List<String> lines, Key key, @Nullable String value) {
        if (value != null) {
            lines.add(key + " = " + quoted(value));
        }
    }

    private static void secret(List<String> lines, String key, SecretSource source) {
        if (source instanceof SecretSource.Literal literal) {
            lines.add(key + " = " + quoted(literal.secret().reveal()));
        } else if (source instanceof SecretSource.InFile inFile) {
            lines.add(key + "_file = " + quoted(inFile.file().toString()));
        } else if (source instanceof SecretSource.Variable variable) {
            lines.add(key + "_env = " + quoted(variable.variable()));
        } else if (source instanceof SecretSource.Command command) {
            lines.add(key + "_command = " + quoted(command.command()));
        } else if (source instanceof SecretSource.InKeyring inKeyring) {
            lines.add(key + "_keyring = " + quoted(inKeyring.name()));
        }
    }

    private static String key(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
    }

    /** A TOML basic string. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7f) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}

package dev.ferry.help;

import dev.ferry.profile.Key;
import dev.ferry.profile.Key.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the table of settings says, as sentences. */
final class SettingsTopics {
    private SettingsTopics() {}

    /** Both files, key by key. */
    static Entry files() {
        return new Entry(
                Kind.SETTING,
                "config.toml",
                List.of("ferry.toml"),
                () -> "The files of settings: your own, and the one of a folder of runbooks.",
                () -> "settings profile project file",
                width -> {
                    List<String> lines = new ArrayList<>(List.of("config.toml and ferry.toml", ""));
                    lines.addAll(Rows.filled(
                            "config.toml has a table profiles.NAME for each profile, with a table source and a table target in it."
                                    + " ferry.toml lies beside runbooks and holds for them; it can make a session stricter and"
                                    + " never laxer. What counts, first to last: option, variable, ferry.toml, profile, top of"
                                    + " config.toml.",
                            width));
                    for (Scope scope : Scope.values()) {
                        lines.add("");
                        lines.add(title(scope));
                        for (Key key : Key.of(scope)) {
                            lines.addAll(Rows.filled("  " + key.word() + ": " + sentence(key), width));
                        }
                    }
                    return lines;
                });
    }

    private static String title(Scope scope) {
        return switch (scope) {
            case TOP -> "At the top of config.toml, for all profiles";
            case PROFILE -> "In [profiles.NAME]";
            case SIDE -> "In [profiles.NAME.source] and [profiles.NAME.target]";
            case PROJECT -> "In ferry.toml";
        };
    }

    /** What a key is for, and what it may be. */
    static String sentence(Key key) {
        String purpose = key.purpose();
        return purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1) + ": " + key.allowed() + "."
                + (key.usual().isEmpty() ? "" : " Usually " + key.usual() + ".");
    }
}

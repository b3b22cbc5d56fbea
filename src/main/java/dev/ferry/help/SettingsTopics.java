package dev.ferry.help;

import dev.ferry.profile.Key;
import java.util.Locale;

/** What the table of settings says, as sentences. */
final class SettingsTopics {
    private SettingsTopics() {}

    /** What a key is for, and what it may be. */
    static String sentence(Key key) {
        String purpose = key.purpose();
        return purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1) + ": " + key.allowed() + "."
                + (key.usual().isEmpty() ? "" : " Usually " + key.usual() + ".");
    }
}

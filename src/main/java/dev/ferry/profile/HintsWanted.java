package dev.ferry.profile;

/**
 * Whether the shell begins with hints and suggestions: {@code on} or {@code off}. The variable {@code FERRY_HINTS} has the last word, then
 * {@code hints} of the profile, then {@code hints} at the top of the settings file.
 */
public final class HintsWanted {
    /** What the setting is called in the file. */
    static final String KEY = "hints";

    private static final String VARIABLE = "FERRY_HINTS";

    private HintsWanted() {}

    /**
     * What the environment says.
     *
     * @param otherwise what counts when it says nothing
     * @throws SettingsException when it says something else
     */
    public static boolean of(Environment environment, boolean otherwise) {
        String text = environment.get(VARIABLE);
        return text == null ? otherwise : parse(text, VARIABLE);
    }

    /**
     * What a text says.
     *
     * @param place where it stands, for the message
     * @throws SettingsException when it says nothing of the kind
     */
    static boolean parse(String text, String place) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new SettingsException(place + " has to be \"on\" or \"off\"; correct it.");
        };
    }
}

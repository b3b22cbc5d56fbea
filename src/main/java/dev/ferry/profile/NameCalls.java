package dev.ferry.profile;

import java.util.regex.Pattern;

/**
 * How many calls a minute may be made behind the prompt to know the names of what exists: {@code off}, {@code on}, or a number. The
 * variable {@code FERRY_NAMES} has the last word, then {@code names} of the profile, then {@code names} at the top of the settings file.
 */
public final class NameCalls {
    /** What the setting is called in the file. */
    static final String KEY = "names";

    private static final String VARIABLE = "FERRY_NAMES";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private NameCalls() {}

    /**
     * What the environment says.
     *
     * @param otherwise what counts when it says nothing
     * @throws SettingsException when it says something else
     */
    public static int of(Environment environment, int otherwise) {
        String text = environment.get(VARIABLE);
        return text == null ? otherwise : parse(text, VARIABLE);
    }

    /**
     * What a text says.
     *
     * @param place where it stands, for the message
     * @throws SettingsException when it says nothing of the kind
     */
    static int parse(String text, String place) {
        if (text.equals("off")) {
            return 0;
        }
        if (text.equals("on")) {
            return Profile.NAME_CALLS;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new SettingsException(
                    place + " has to be \"on\", \"off\" or a number of calls a minute; correct it.");
        }
        return Integer.parseInt(text);
    }
}

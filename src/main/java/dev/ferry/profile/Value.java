package dev.ferry.profile;

/**
 * What a setting is, and who said so.
 *
 * @param text the value as it is written in the settings, in its one way to be written
 * @param origin where it comes from, for people: a variable, a file with the line, {@code usual}
 */
public record Value(String text, String origin) {
    /** The origin of what nobody has said. */
    public static final String USUAL = "usual";
}

package dev.ferry.profile.toml;

/** A text that is not TOML. */
public final class TomlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * @param place where reading ended
     * @param problem what is wrong there, without the text itself: it may hold a secret
     */
    TomlException(Place place, String problem, Throwable cause) {
        super(problem, cause);
        this.place = place;
    }

    /** Where reading ended. */
    public Place place() {
        return place;
    }
}

package dev.ferry.profile;

/** Settings that cannot be used. The message is one sentence: the file or variable, the place in it, and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence, without a secret */
    public SettingsException(String message) {
        super(message);
    }

    /** The same, with what went wrong below. */
    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}

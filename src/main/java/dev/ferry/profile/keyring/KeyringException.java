package dev.ferry.profile.keyring;

/** The keyring cannot be used: it is not there, it is locked, or it does not have what was asked for. One sentence without its full stop. */
public final class KeyringException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyringException(String message) {
        super(message);
    }

    KeyringException(String message, Throwable cause) {
        super(message, cause);
    }
}

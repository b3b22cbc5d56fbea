package dev.ferry.script;

/** A gate that does not hold: the change behind it must not be made. Exit code 6. */
public final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateException(String message) {
        super(message);
    }
}

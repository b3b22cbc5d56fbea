package dev.ferry.shell;

/** A command was used wrongly. The message says what to type instead. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}

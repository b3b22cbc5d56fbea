package dev.ferry.shell.command;

/** A command was used wrongly. The message says what to type instead. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}

package dev.ferry.script;

/** A script said {@code fail("why")}. Exit code 1. */
public final class ScriptFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptFailure(String message) {
        super(message);
    }
}

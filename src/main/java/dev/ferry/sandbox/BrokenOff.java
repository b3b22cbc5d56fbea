package dev.ferry.sandbox;

import java.io.IOException;

/** The connection is to end here, in the middle of things. */
final class BrokenOff extends IOException {
    private final boolean byReset;

    BrokenOff(boolean byReset) {
        super("The connection ends here, as a fault rule wants it.");
        this.byReset = byReset;
    }

    boolean byReset() {
        return byReset;
    }
}

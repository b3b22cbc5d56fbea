package dev.ferry.profile;

import java.util.Locale;

/** Which changes a person is asked about before they leave. From the fewest questions to the most. */
public enum Confirmations {
    /** Only those that cannot be undone. */
    SEVERE,

    /** Every change. */
    ALL;

    /** The word of the settings: {@code severe} or {@code all}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

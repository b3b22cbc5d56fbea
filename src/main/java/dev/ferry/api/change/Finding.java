package dev.ferry.api.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the service shows of a change that was sent, or was going to be sent, some time ago.
 *
 * @param kind what is certain now
 * @param seen what was seen, in words; empty when there is nothing to read
 * @param answer what the change would have answered, as maps and lists; null when it was not done, or when no read shows that
 * @param words what people should know of such a change besides; empty for nothing
 * @param look what somebody types to look at it himself; empty when there is nothing to read
 */
public record Finding(Kind kind, String seen, @Nullable Object answer, String words, Optional<String> look) {
    /** What is certain. */
    public enum Kind {
        /** It was done. */
        DONE,

        /** It was not done. */
        NOT_DONE,

        /** Nobody can say, and making it once more does no harm. */
        HARMLESS,

        /** Nobody can say. */
        UNKNOWN
    }
}

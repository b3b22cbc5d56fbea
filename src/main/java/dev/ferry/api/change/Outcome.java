package dev.ferry.api.change;

import org.jspecify.annotations.Nullable;

/**
 * What came of a change.
 *
 * @param kind what is certain
 * @param status the HTTP status; null when there was no answer
 * @param requestId the id that the service gave the request; null when it gave none
 * @param answer what the service answered, as maps and lists, with values under names of secrets as
 *     {@link dev.ferry.output.Secret}; null for nothing
 * @param problem why it did not end well, in one sentence; empty when it did
 */
public record Outcome(
        Kind kind,
        @Nullable Integer status,
        @Nullable String requestId,
        @Nullable Object answer,
        String problem) {

    /** What is certain of a change. */
    public enum Kind {
        /** The service has done it. */
        DONE,

        /** The service has answered that it did not. */
        REFUSED,

        /** The service cannot have received it. */
        NOT_SENT,

        /** Nobody can say. */
        UNKNOWN
    }
}

package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** The call was refused here: nothing was sent to the service. */
public final class CallRefusedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Why a call was refused. */
    public enum Why {
        /** The session is read-only and the call may change something. */
        READ_ONLY,

        /** A person, or an option, has not said yes to it. */
        DECLINED,

        /** It could not have been recorded. */
        UNRECORDED,

        /** It is not in the plan that this run keeps to, or no rehearsal can tell what would come of it. */
        NOT_PLANNED,

        /** An argument is misspelt, missing, or of the wrong kind. */
        BAD_ARGUMENT,

        /** It would have sent credentials where they must not go. */
        INSECURE
    }

    private final Why why;

    /** A refusal; {@code request} is its verb, path and query as far as they were known. */
    public CallRefusedException(Why why, String problem, @Nullable String request) {
        this(why, problem, request, null);
    }

    /** The same, because of something. */
    public CallRefusedException(Why why, String problem, @Nullable String request, @Nullable Throwable cause) {
        super(problem, request, null, cause);
        this.why = why;
    }

    /** The kind of refusal. */
    public Why why() {
        return why;
    }
}

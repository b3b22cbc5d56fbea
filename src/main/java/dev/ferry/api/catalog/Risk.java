package dev.ferry.api.catalog;

/** What a call may do to what is there. */
public enum Risk {
    /** Nothing: it reads. */
    READS,

    /** Nothing that lasts, although its verb says that it could: a validation, a search. */
    ASKS,

    /** Something that can be changed back, or that hits little. */
    CHANGES,

    /** Something that cannot be taken back, or that hits much. */
    SEVERE;

    /** Whether something is different afterwards. */
    public boolean changes() {
        return this == CHANGES || this == SEVERE;
    }
}

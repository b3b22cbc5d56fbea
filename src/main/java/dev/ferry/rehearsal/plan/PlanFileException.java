package dev.ferry.rehearsal.plan;

import org.jspecify.annotations.Nullable;

/** A file is no plan, or none that this Ferry can read. One sentence for people. */
public final class PlanFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlanFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

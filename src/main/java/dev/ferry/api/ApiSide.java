package dev.ferry.api;

/** Which of the two APIs a session speaks to. */
public enum ApiSide {
    /** Cloud Manager or Ops Manager, public API v1.0: {@code cm} in scripts. */
    SOURCE("cm"),
    /** Atlas, Admin API v2: {@code atlas} in scripts. */
    TARGET("atlas");

    private final String binding;

    ApiSide(String binding) {
        this.binding = binding;
    }

    /** What scripts call it. */
    public String binding() {
        return binding;
    }
}

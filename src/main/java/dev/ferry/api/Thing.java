package dev.ferry.api;

/** A kind of thing that has an id or a name at one of the services, so that an argument can mean one. */
public enum Thing {
    ORGANIZATION("organization"),
    PROJECT("project"),
    CLUSTER("cluster"),
    FLEX_CLUSTER("flex cluster"),
    HOST("host"),
    PROCESS("process"),
    MIGRATION_HOST("migration host"),
    LIVE_MIGRATION("live migration"),
    VALIDATION("validation"),
    SNAPSHOT("snapshot"),
    EVENT_TYPE("event type"),
    ALERT("alert"),
    TEAM("team"),
    USER("user"),
    DATABASE_USER("database user"),
    API_KEY("API key"),
    SERVICE_ACCOUNT("service account");

    private final String word;

    Thing(String word) {
        this.word = word;
    }

    /** The word for people. */
    public String word() {
        return word;
    }
}

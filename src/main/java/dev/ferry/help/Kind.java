package dev.ferry.help;

/** What can be explained, in the order in which it is listed where nothing else decides. */
public enum Kind {
    WORD("Words"),
    SCRIPT("Scripts and runbooks"),
    COMMAND("Commands of the shell"),
    FUNCTION("Functions"),
    SERVICE("Services"),
    METHOD("Calls"),
    OPERATION("Operations by name"),
    RECORD("Records"),
    ROLE("Roles"),
    ERROR("Error codes"),
    STATUS("HTTP statuses"),
    EXIT("Exit codes"),
    OPTION("Options"),
    SETTING("Settings"),
    VARIABLE("Environment variables"),
    GROOVY("Methods of Groovy");

    private final String heading;

    Kind(String heading) {
        this.heading = heading;
    }

    /** What stands above a list of them. */
    public String heading() {
        return heading;
    }
}

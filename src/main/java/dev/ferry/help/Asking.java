package dev.ferry.help;

/** How a topic is asked for where the help is read, so that what it points to can be typed as it stands. */
public enum Asking {
    /** At the prompt of the shell. */
    PROMPT("/help", "/help lists topics."),
    /** On the command line. */
    COMMAND_LINE("ferry help", "'ferry help --help' shows what can be asked.");

    private final String command;
    private final String overview;

    Asking(String command, String overview) {
        this.command = command;
        this.overview = overview;
    }

    /** What to type for a topic, such as {@code /help ORG_OWNER}. */
    public String topic(String name) {
        if (this == PROMPT || name.startsWith("/")) {
            // Commands of the shell are known to the shell alone.
            return PROMPT.command + " " + name;
        }
        return command + (name.startsWith("-") ? " -- " : " ") + name;
    }

    /** The sentence that says where topics are listed. */
    String overview() {
        return overview;
    }

    /** A line of a table, which is written for the prompt. */
    String line(String line) {
        String prompt = PROMPT.topic("");
        return line.startsWith(prompt) ? topic(line.substring(prompt.length())) : line;
    }
}

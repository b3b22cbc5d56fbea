package dev.ferry.shell.command;

import java.util.List;
import org.jline.reader.Candidate;

/** What a line that starts with a slash does. One small class each; {@link Commands} lists them. */
public interface Command {
    /** Its name with the slash. */
    String name();

    /** What may follow the name, as help shows it; empty when nothing may. */
    String arguments();

    /** What it does, in one sentence. */
    String purpose();

    /**
     * Does it.
     *
     * @param arguments what was typed after the name, without blanks around it
     * @throws CommandException when the arguments make no sense; its message is for people
     * @throws Exception whatever else goes wrong; told like the failure of a line
     */
    void run(String arguments) throws Exception;

    /** Whether it can go on beside the prompt, as a job. */
    default boolean inBackground() {
        return true;
    }

    /** What Tab offers after the name; {@code arguments} ends at the cursor. Each value replaces the last word. */
    default List<Candidate> complete(String arguments) {
        return List.of();
    }
}

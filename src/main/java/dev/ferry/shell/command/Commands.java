package dev.ferry.shell.command;

import dev.ferry.output.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of commands, and how a line is recognised as one. */
public final class Commands {
    /** A slash, a word and nothing glued to it: {@code /help}, but neither {@code /a+/} nor {@code /tmp/x}. */
    private static final Pattern COMMAND = Pattern.compile("\\s*(/[A-Za-z?-]*)(?=\\s|$)");

    private final Map<String, Command> byName = new LinkedHashMap<>();

    public Commands(List<Command> commands) {
        commands.forEach(command -> byName.put(command.name(), command));
    }

    public static boolean isCommand(String line) {
        return COMMAND.matcher(line).lookingAt();
    }

    /** Where the name of the command in this line ends. */
    public static int endOfName(String line) {
        Matcher matcher = COMMAND.matcher(line);
        return matcher.lookingAt() ? matcher.end(1) : 0;
    }

    public Collection<Command> all() {
        return byName.values();
    }

    @Nullable
    public Command find(String name) {
        return byName.get(name);
    }

    /**
     * Runs the command of a line.
     *
     * @throws CommandException when there is none of that name
     */
    public void run(String line) throws Exception {
        command(line).run(line.substring(endOfName(line)).strip());
    }

    /**
     * Runs the command of a line beside the prompt.
     *
     * @throws CommandException when there is none of that name, or it needs the prompt
     */
    public void runAside(String line) throws Exception {
        Command command = command(line);
        if (!command.inBackground()) {
            throw new CommandException(command.name() + " works at the prompt only: run it without &.");
        }
        run(line);
    }

    private Command command(String line) {
        String name = line.substring(0, endOfName(line)).strip();
        @Nullable Command command = find(name);
        if (command == null) {
            throw new CommandException("There is no command " + name + "."
                    + Suggestion.didYouMean(name, byName.keySet()) + " /help lists them.");
        }
        return command;
    }
}

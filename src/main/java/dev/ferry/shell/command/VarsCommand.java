package dev.ferry.shell.command;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.output.Suggestion;
import dev.ferry.script.Interpreter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /vars}. Shows what there is without asking anything of it: a list that was not read stays unread. */
public record VarsCommand(Language language, Streams streams, Supplier<Format> format) implements Command {
    private static final String DROP = "--drop";
    private static final int SHORT = 60;
    private static final int LONG = 2_000;

    @Override
    public String name() {
        return "/vars";
    }

    @Override
    public String arguments() {
        return "[NAME | --drop NAME…]";
    }

    @Override
    public String purpose() {
        return "Lists the variables of this session with their types, and the last results after them.";
    }

    @Override
    public void run(String arguments) {
        List<String> words = Words.of(arguments);
        Interpreter interpreter = language.interpreter();
        if (words.isEmpty()) {
            list(interpreter);
        } else if (words.get(0).equals(DROP)) {
            drop(interpreter, words.subList(1, words.size()));
        } else if (words.size() == 1) {
            one(interpreter, words.get(0));
        } else {
            throw new CommandException("One name at a time, as in: /vars " + words.get(0));
        }
    }

    private void list(Interpreter interpreter) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, String> types = interpreter.scope().variables();
        // The same value twice would only take a line: _ is _1.
        add(interpreter, types, name -> !isResult(name), rows);
        add(interpreter, types, name -> isResult(name) && !name.equals("_"), rows);
        if (rows.isEmpty() && format.get() == Format.TABLE) {
            streams.err().println("There are no variables yet.");
            return;
        }
        new Printer(streams, format.get()).print(rows);
    }

    private static void add(
            Interpreter interpreter,
            Map<String, String> types,
            Predicate<String> wanted,
            List<Map<String, Object>> rows) {
        interpreter.variableNames().stream()
                .filter(wanted)
                .sorted((one, other) -> isResult(one) ? number(one) - number(other) : 0)
                .forEach(name -> rows.add(row(interpreter, types, name, SHORT)));
    }

    private static Map<String, Object> row(Interpreter interpreter, Map<String, String> types, String name, int width) {
        @Nullable Object value = interpreter.variable(name);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("type", shortened(types.getOrDefault(name, "Object")));
        row.put("value", ValuePreview.of(name, value, width));
        return row;
    }

    private void one(Interpreter interpreter, String name) {
        known(interpreter, name);
        Map<String, Object> row = row(interpreter, interpreter.scope().variables(), name, LONG);
        @Nullable Object value = interpreter.variable(name);
        if (value != null) {
            row.put("class", value.getClass().getName().replaceAll(".*\\$Proxy\\d+$", "a service of the API"));
        }
        new Printer(streams, format.get()).print(row);
    }

    private void drop(Interpreter interpreter, List<String> names) {
        if (names.isEmpty()) {
            throw new CommandException("Which one? For example: /vars --drop shop");
        }
        names.forEach(name -> known(interpreter, name));
        for (String name : names) {
            if (name.equals("_")) {
                List.copyOf(interpreter.variableNames()).stream()
                        .filter(VarsCommand::isResult)
                        .forEach(interpreter::drop);
            } else {
                interpreter.drop(name);
            }
        }
    }

    private static void known(Interpreter interpreter, String name) {
        if (!interpreter.variableNames().contains(name)) {
            throw new CommandException("There is no variable '" + name + "'."
                    + Suggestion.didYouMean(name, interpreter.variableNames()) + " /vars lists them.");
        }
    }

    private static boolean isResult(String name) {
        return name.matches("_(?:\\d+|job\\d+)?");
    }

    private static int number(String result) {
        String digits = result.replaceAll("\\D", "");
        // Those of jobs come after the last results.
        return (digits.isEmpty() ? 0 : Integer.parseInt(digits)) + (result.startsWith("_job") ? 100 : 0);
    }

    /** A type without the packages of its names. */
    private static String shortened(String type) {
        return type.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
    }

    @Override
    public List<Candidate> complete(String arguments) {
        List<Candidate> found = new ArrayList<>();
        language.ready().ifPresent(interpreter -> interpreter.variableNames().stream()
                .map(name -> new Candidate(
                        name, name, null, ValuePreview.of(name, interpreter.variable(name), SHORT), null, null, true))
                .forEach(found::add));
        if (!arguments.contains(" ")) {
            found.add(new Candidate(DROP, DROP, null, "forgets a variable; _ all results", null, null, true));
        }
        return found;
    }
}

package dev.ferry.shell.command;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.script.Interpreter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /vars}. */
public record VarsCommand(Language language, Streams streams, Supplier<Format> format) implements Command {
    @Override
    public String name() {
        return "/vars";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String purpose() {
        return "Lists the variables of this session with their types.";
    }

    @Override
    public void run(String arguments) {
        Interpreter interpreter = language.interpreter();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String name : interpreter.variableNames()) {
            @Nullable Object value = interpreter.variable(name);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("name", name);
            // The type and no value: showing a listing would fetch it.
            row.put("type", value == null ? "null" : value.getClass().getSimpleName());
            rows.add(row);
        }
        new Printer(streams, format.get()).print(rows);
    }
}

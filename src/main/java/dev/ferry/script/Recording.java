package dev.ferry.script;

import dev.ferry.output.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ran in a session, as a script that runs again. Between the two stands what only a session knows: a result used as {@code _} gets a
 * name, a variable or method that was declared twice is declared once, imports come first, and every id becomes an option with the id as its
 * default, so that the script can be run for another project.
 */
public final class Recording {
    /**
     * A line of a session.
     *
     * @param text Groovy, or a comment
     * @param result the variable that took its value: {@code _}, that of a job, or empty when it had none
     */
    public record Line(String text, String result) {}

    /**
     * A script.
     *
     * @param text all of it, without secrets
     * @param options the options that ids became
     * @param hidden whether a secret was in it, of which dots are left
     */
    public record Script(String text, List<String> options, boolean hidden) {}

    private record Edit(int start, int end, String text) {}

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private final List<Line> lines;
    private final List<RecordedLine> read;
    private final Function<String, Optional<String>> nameOfId;
    private final Set<String> taken = new HashSet<>();
    private final Map<Integer, String> resultNames = new HashMap<>();
    private final Map<String, String> variablesOfIds = new LinkedHashMap<>();
    private final List<String> declarations = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    private Recording(List<Line> lines, Function<String, Optional<String>> nameOfId) {
        this.lines = lines;
        this.read = lines.stream().map(line -> new RecordedLine(line.text())).toList();
        this.nameOfId = nameOfId;
    }

    /**
     * Writes a script.
     *
     * @param header what the script is, a line each, for the comment at its top
     * @param nameOfId what people call the thing with this id, where it is known
     */
    public static Script of(List<Line> lines, List<String> header, Function<String, Optional<String>> nameOfId) {
        return new Recording(lines, nameOfId).script(header);
    }

    private Script script(List<String> header) {
        for (Line line : lines) {
            Matcher word = WORD.matcher(line.text());
            while (word.find()) {
                taken.add(word.group());
            }
        }
        List<List<Edit>> edits = new ArrayList<>();
        read.forEach(line -> edits.add(new ArrayList<>()));
        name(edits);
        parameters(edits);
        declareOnce(edits);
        StringBuilder text = new StringBuilder("#!/usr/bin/env -S ferry run\n");
        header.forEach(line -> text.append(("// " + line).stripTrailing()).append('\n'));
        text.append('\n');
        imports(text);
        declarations.forEach(declaration -> text.append(declaration).append("\n\n"));
        for (int i = 0; i < read.size(); i++) {
            String line = edited(i, edits.get(i));
            if (!read.get(i).onlyImports && !line.isBlank()) {
                text.append(line.stripTrailing()).append('\n');
            }
        }
        String safe = Redactor.redact(text.toString());
        return new Script(safe, List.copyOf(options), !safe.contentEquals(text));
    }

    private void imports(StringBuilder text) {
        Set<String> imports = new HashSet<>();
        List<String> ordered = new ArrayList<>();
        if (!declarations.isEmpty()) {
            ordered.add("import groovy.transform.Field");
            ordered.add("import picocli.CommandLine.Option");
        }
        read.stream().filter(line -> line.onlyImports).forEach(line -> ordered.add(line.text.strip()));
        ordered.stream().filter(imports::add).forEach(line -> text.append(line).append('\n'));
        text.append(ordered.isEmpty() ? "" : "\n");
    }

    /** Gives a name to each result that a later line uses. */
    private void name(List<List<Edit>> edits) {
        List<Integer> results = new ArrayList<>();
        Map<String, Integer> ofJobs = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            for (RecordedLine.Spot use : read.get(i).results) {
                @Nullable
                Integer from = use.name().startsWith("_job")
                        ? ofJobs.get(use.name())
                        : before(
                                results,
                                use.name().equals("_")
                                        ? 1
                                        : Integer.parseInt(use.name().substring(1)));
                if (from != null
                        && (read.get(from).lastExpression >= 0
                                || read.get(from).lastAssigned.isPresent())) {
                    String name = resultNames.computeIfAbsent(from, line -> free("result", true));
                    edits.get(i).add(new Edit(use.start(), use.end(), name));
                }
            }
            String result = lines.get(i).result();
            if (result.equals("_")) {
                results.add(i);
            } else if (!result.isEmpty()) {
                ofJobs.put(result, i);
            }
        }
        resultNames.forEach((line, name) -> {
            RecordedLine from = read.get(line);
            if (from.lastExpression >= 0) {
                edits.get(line).add(new Edit(from.lastExpression, from.lastExpression, "def " + name + " = "));
            }
        });
    }

    private static @Nullable Integer before(List<Integer> results, int back) {
        return back <= results.size() ? results.get(results.size() - back) : null;
    }

    private void parameters(List<List<Edit>> edits) {
        for (int i = 0; i < read.size(); i++) {
            for (RecordedLine.Spot id : read.get(i).ids) {
                String variable = variablesOfIds.computeIfAbsent(id.name(), this::parameter);
                edits.get(i).add(new Edit(id.start(), id.end(), variable));
            }
        }
    }

    private String parameter(String id) {
        Optional<String> known = nameOfId.apply(id);
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("[A-Za-z0-9]+").matcher(known.orElse(""));
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        StringBuilder camel = new StringBuilder();
        for (String each : words) {
            camel.append(camel.isEmpty() ? each : Character.toUpperCase(each.charAt(0)) + each.substring(1));
        }
        boolean named = !camel.isEmpty() && Character.isLetter(camel.charAt(0));
        String variable = named ? free(camel + "Id", false) : free("id", true);
        String option =
                "--" + variable.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        String described = known.orElse("an id of the session").replaceAll("[\\\\'$]", "");
        options.add(option);
        declarations.add("@Option(names = '" + option + "', paramLabel = 'ID', description = '" + described + "')\n"
                + "@Field String " + variable + " = '" + id + "'");
        return variable;
    }

    private String free(String wanted, boolean numbered) {
        for (int number = 1; ; number++) {
            String name = numbered || number > 1 ? wanted + number : wanted;
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** A prompt lets everything be declared again, and methods see what was declared; a script does neither. */
    private void declareOnce(List<List<Edit>> edits) {
        Set<String> known = new HashSet<>();
        read.forEach(line -> known.addAll(line.usedByMethods));
        Map<String, int[]> definitions = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            for (RecordedLine.Declared each : read.get(i).declared) {
                boolean again = each.variables().stream().anyMatch(known::contains);
                if (again && each.start() >= 0 && each.names() > each.start()) {
                    edits.get(i).add(new Edit(each.start(), each.names(), ""));
                }
                known.addAll(each.variables());
            }
            List<RecordedLine.Spot> own = read.get(i).definitions;
            for (int j = 0; j < own.size(); j++) {
                int[] earlier = definitions.put(own.get(j).name(), new int[] {i, j});
                if (earlier != null) {
                    RecordedLine.Spot old = read.get(earlier[0]).definitions.get(earlier[1]);
                    edits.get(earlier[0]).add(new Edit(old.start(), old.end(), ""));
                }
            }
        }
    }

    private String edited(int index, List<Edit> edits) {
        StringBuilder text = new StringBuilder(read.get(index).text);
        edits.stream()
                .filter(edit -> edit.start() >= 0 && edit.end() >= edit.start())
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
        String name = resultNames.get(index);
        read.get(index).lastAssigned.filter(variable -> name != null).ifPresent(variable -> text.append("\ndef ")
                .append(name)
                .append(" = ")
                .append(variable));
        return text.toString();
    }
}

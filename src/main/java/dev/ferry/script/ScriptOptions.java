package dev.ferry.script;

import dev.ferry.api.Timespan;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.ScriptException.Kind;
import dev.ferry.script.ScriptException.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The options a script declares: fields with picocli's annotations, set from the arguments before the script runs.
 *
 * <pre>{@code
 * // Lists the clusters of a project.
 * @Option(names = '--project', required = true, description = 'name or id of the project') @Field String project
 *
 * table atlas.clusters.list(atlas.projects[project].id)
 * }</pre>
 *
 * <p>Picocli's own way for Groovy is a base class of scripts; a script has one base class only and ours gives it
 * {@code atlas} and {@code cm}. So picocli sees the script as the object whose fields it fills, which is all we need of
 * it: typed values, defaults, {@code --help}. The comment at the top of the script is its description.
 */
final class ScriptOptions {

    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 110;

    private ScriptOptions() {}

    /**
     * Sets the script's fields.
     *
     * @return whether the script shall run; false when help was asked for and printed
     * @throws ScriptException of kind {@link Kind#WRONG_ARGUMENTS}
     */
    static boolean read(FerryScript script, Source source, List<String> args, Streams streams) {
        if (!declaresAny(script.getClass())) {
            if (asksForHelpOnly(args) && !source.text().contains("args")) {
                HeaderComment.of(source.text()).forEach(streams.out()::println);
                streams.out().println(source.name() + " takes no options.");
                return false;
            }
            return true;
        }
        CommandLine commandLine = commandLine(script, source, streams);
        try {
            commandLine.parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            String place = source.name();
            throw new ScriptException(
                    Kind.WRONG_ARGUMENTS,
                    new Place(place, 0, 0, ""),
                    null,
                    place + ": " + sentence(e) + " See `ferry run " + place + " --help`.",
                    e);
        }
        if (commandLine.isUsageHelpRequested()) {
            commandLine.usage(streams.out());
            return false;
        }
        return true;
    }

    private static boolean asksForHelpOnly(List<String> args) {
        return args.equals(List.of("--help")) || args.equals(List.of("-h"));
    }

    /** Asked of the annotations' names, so that a script without options never loads picocli. */
    private static boolean declaresAny(Class<?> script) {
        return Arrays.stream(script.getDeclaredFields())
                .flatMap(field -> Arrays.stream(field.getAnnotations()))
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> name.startsWith("picocli.CommandLine$"));
    }

    private static CommandLine commandLine(FerryScript script, Source source, Streams streams) {
        CommandLine commandLine = new CommandLine(script);
        commandLine.registerConverter(Duration.class, ScriptOptions::timespan);
        CommandSpec spec = commandLine.getCommandSpec();
        if ("<main class>".equals(spec.name())) {
            spec.name("ferry run " + source.name());
        }
        if (spec.usageMessage().description().length == 0) {
            spec.usageMessage()
                    .description(HeaderComment.paragraphs(source.text()).stream()
                            .map(line -> line.replace("%", "%%"))
                            .toArray(String[]::new));
        }
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder(
                            spec.findOption("-h") == null ? new String[] {"-h", "--help"} : new String[] {"--help"})
                    .usageHelp(true)
                    .description("print this and run nothing")
                    .build());
        }
        int width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, streams.width(Stream.OUT)));
        spec.usageMessage().width(width).sortOptions(false).abbreviateSynopsis(true);
        Ansi ansi = streams.isColoured(Stream.OUT) ? Ansi.ON : Ansi.OFF;
        return commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    }

    private static Duration timespan(String text) {
        try {
            return Timespan.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(ParameterException e) {
        // Picocli speaks of the types of Java.
        String message = String.valueOf(e.getMessage())
                .replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not a (double|float|BigDecimal)$", "is not a number");
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String sentence = message.endsWith(".") ? message : message + ".";
        return near.isEmpty() ? sentence : sentence + " Did you mean " + near.get(0) + "?";
    }
}

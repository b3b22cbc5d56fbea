package dev.ferry.script;

import dev.ferry.api.Timespan;
import dev.ferry.output.Ink;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.ScriptException.Kind;
import dev.ferry.script.ScriptException.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * it: typed values and defaults. For {@code --help} it sees an object with the same fields that was made from the script's syntax tree. The comment at the top of the script is its description.
 */
public final class ScriptOptions {

    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 110;
    private static final String END_OF_OPTIONS = "--";
    private static final String HELP = "--help";
    private static final String SHORT_HELP = "-h";

    private ScriptOptions() {}

    /**
     * Prints the options of a script, read from its syntax tree, where that is what the arguments ask for. Nothing of the script runs. Behind
     * {@code --} help is asked of nobody.
     *
     * @return whether it was asked for
     * @throws ScriptException when the script does not compile
     */
    public static boolean help(Source source, List<String> args, Streams streams) {
        List<String> words = beforeSeparator(args);
        if (words.stream().noneMatch(word -> mayAskForHelp(word, source))) {
            return false;
        }
        DeclaredOptions declared = DeclaredOptions.of(source);
        if (declared.isEmpty()) {
            if (!words.contains(HELP) && !args.equals(List.of(SHORT_HELP))) {
                return false;
            }
            HeaderComment.of(source.text()).forEach(streams.out()::println);
            streams.out()
                    .println(
                            source.text().contains("args")
                                    ? source.name() + " declares no options and reads its arguments itself; 'ferry run "
                                            + source.name() + " -- --help' hands it this one."
                                    : source.name() + " takes no options.");
            return true;
        }
        CommandLine commandLine;
        try {
            commandLine = commandLine(declared.fields(), source, streams);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw wrong(source, "its options cannot be shown (" + e.getMessage() + ").", e);
        }
        // What is wrong with the other arguments does not matter to who asks for help.
        commandLine.getCommandSpec().parser().collectErrors(true);
        commandLine.parseArgs(args.toArray(String[]::new));
        if (commandLine.isUsageHelpRequested()) {
            streams.out().print(Ink.of(commandLine.getUsageMessage()));
            return true;
        }
        return false;
    }

    /** Parsing the script takes longer than a short one runs, so it is looked at only where a word may be a name of help. */
    private static boolean mayAskForHelp(String word, Source source) {
        return word.startsWith("-") && (word.contains("h") || source.text().contains("usageHelp"));
    }

    /** Whether a script declares an option of this name, with its hyphens. */
    public static boolean declares(Source source, String name) {
        return DeclaredOptions.of(source).has(name);
    }

    /** The words in front of the first {@code --}, which are those that may be options. */
    public static List<String> beforeSeparator(List<String> args) {
        int end = args.indexOf(END_OF_OPTIONS);
        return end < 0 ? args : args.subList(0, end);
    }

    /** What a script sees as {@code args}: without the {@code --} that keeps Ferry from reading them, unless picocli reads it. */
    static List<String> seenBy(Class<?> script, List<String> args) {
        int end = args.indexOf(END_OF_OPTIONS);
        if (end < 0 || declaresAny(script)) {
            return args;
        }
        List<String> seen = new ArrayList<>(args);
        seen.remove(end);
        return seen;
    }

    /**
     * Sets the script's fields.
     *
     * @throws ScriptException of kind {@link Kind#WRONG_ARGUMENTS}
     */
    static void read(FerryScript script, Source source, List<String> args, Streams streams) {
        if (!declaresAny(script.getClass())) {
            return;
        }
        CommandLine commandLine = commandLine(script, source, streams);
        try {
            commandLine.parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            throw wrong(source, sentence(e) + " See `ferry run " + source.name() + " --help`.", e);
        }
        if (commandLine.isUsageHelpRequested()) {
            throw wrong(source, "Help and a run cannot be asked for at once.", null);
        }
    }

    private static ScriptException wrong(Source source, String what, @Nullable Exception cause) {
        String place = source.name();
        return new ScriptException(Kind.WRONG_ARGUMENTS, new Place(place, 0, 0, ""), null, place + ": " + what, cause);
    }

    /** Asked of the annotations' names, so that a script without options never loads picocli. */
    private static boolean declaresAny(Class<?> script) {
        return Arrays.stream(script.getDeclaredFields())
                .flatMap(field -> Arrays.stream(field.getAnnotations()))
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> name.startsWith("picocli.CommandLine$"));
    }

    private static CommandLine commandLine(Object fields, Source source, Streams streams) {
        CommandLine commandLine = new CommandLine(fields);
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

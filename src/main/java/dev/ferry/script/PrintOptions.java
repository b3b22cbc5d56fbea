package dev.ferry.script;

import dev.ferry.output.Arrangement;
import dev.ferry.output.FileTarget;
import dev.ferry.output.OutputException;
import dev.ferry.output.Suggestion;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/**
 * The named arguments of a function that prints.
 *
 * @param arrangement which records and columns, in which order
 * @param file where it goes to instead of the screen, if anywhere
 */
record PrintOptions(Arrangement arrangement, Optional<FileTarget> file) {
    /** What every one of them knows. */
    static final List<String> COMMON = List.of("columns", "sort", "reverse", "limit", "to", "overwrite", "append");

    /** What only makes sense of a table. */
    static final List<String> OF_TABLES = List.of("wide", "title");

    /**
     * Reads them.
     *
     * @param function its name, for the error
     * @param columns named without {@code columns:}
     * @throws OutputException when one is unknown or makes no sense
     */
    static PrintOptions of(String function, Collection<String> known, Map<String, ?> given, List<String> columns) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new OutputException("`" + function + "` knows no `" + name + "`."
                        + Suggestion.didYouMean(name, known) + " It knows " + String.join(", ", known) + ".");
            }
        }
        List<String> all = new ArrayList<>(columns);
        all.addAll(texts(given.get("columns")));
        Object title = given.get("title");
        Arrangement arrangement = new Arrangement(
                all,
                texts(given.get("sort")),
                isTrue(given, "reverse"),
                limit(given.get("limit")),
                isTrue(given, "wide"),
                title == null ? null : title.toString());
        boolean overwrite = isTrue(given, "overwrite");
        boolean append = isTrue(given, "append");
        Object to = given.get("to");
        if (to == null && (overwrite || append)) {
            throw new OutputException("`overwrite` and `append` are about a file: name it with `to: 'file'`.");
        }
        return new PrintOptions(
                arrangement, Optional.ofNullable(to).map(file -> new FileTarget(path(file), overwrite, append)));
    }

    private static boolean isTrue(Map<String, ?> given, String name) {
        return DefaultTypeTransformation.castToBoolean(given.get(name));
    }

    /** One name, several with commas between them, or a list. */
    private static List<String> texts(@Nullable Object given) {
        if (given == null) {
            return List.of();
        } else if (given instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return Arrays.stream(given.toString().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static @Nullable Long limit(@Nullable Object given) {
        if (given != null && !(given instanceof Number)) {
            throw new OutputException("`limit` is a number, and '" + given + "' is none.");
        }
        return given == null ? null : ((Number) given).longValue();
    }

    /** A file as people write it: a tilde is the home folder. */
    private static Path path(Object given) {
        if (given instanceof Path path) {
            return path;
        } else if (given instanceof File file) {
            return file.toPath();
        }
        String text = given.toString();
        if (text.isBlank()) {
            throw new OutputException("`to` names no file.");
        }
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(text.startsWith("~/") ? home + text.substring(1) : text);
    }
}

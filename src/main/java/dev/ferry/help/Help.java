package dev.ferry.help;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.output.Suggestion;
import dev.ferry.script.analysis.type.Topic;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains anything that has a name here, and finds the rest by words. Nothing is read before the first question.
 *
 * <pre>{@code
 * Help help = new Help(Catalogs.SHIPPED, analysis::resolve, List::of, Asking.PROMPT);
 * help.lines("IP_ADDRESS_NOT_ON_ACCESS_LIST", 80).forEach(System.out::println);
 * }</pre>
 */
public final class Help {
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|PATCH|DELETE)\\s+/?(\\S+)");
    private static final List<String> BASES = List.of("", "/api/atlas/v2", "/api/public/v1.0");
    private static final Path SCRIPTS = Path.of("scripts");

    private final Catalogs catalogs;
    private final Function<String, Optional<Topic>> paths;
    private final Supplier<List<Entry>> own;
    private final Asking asking;
    private @Nullable Index index;

    /** All entries, and each by its names. */
    private record Index(
            List<Entry> entries, Map<String, List<Entry>> exact, Map<String, List<Entry>> loose, Search search) {
        static Index of(List<Entry> entries, Asking asking) {
            Map<String, List<Entry>> exact = new HashMap<>();
            Map<String, List<Entry>> loose = new HashMap<>();
            for (Entry entry : entries) {
                exact.computeIfAbsent(entry.name(), any -> new ArrayList<>()).add(entry);
                Stream.concat(Stream.of(entry.name()), entry.aliases().stream())
                        .map(Help::loose)
                        .distinct()
                        .forEach(name -> loose.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(entry));
            }
            return new Index(entries, exact, loose, new Search(entries, asking));
        }
    }

    /**
     * Help on what these know.
     *
     * @param paths what a dotted path such as {@code atlas.clusters.create} means
     * @param own what only the caller knows: commands, options, settings
     * @param asking where it is read
     */
    public Help(Catalogs catalogs, Function<String, Optional<Topic>> paths, Supplier<List<Entry>> own, Asking asking) {
        this.catalogs = catalogs;
        this.paths = paths;
        this.own = own;
        this.asking = asking;
    }

    /** Everything that can be asked for by a name. */
    public List<Entry> entries() {
        return index().entries();
    }

    private synchronized Index index() {
        if (index == null) {
            List<Entry> entries = new ArrayList<>(new WordTopics(asking, this::summary).entries());
            entries.addAll(new ScriptTopics(SCRIPTS).entries());
            entries.addAll(own.get());
            entries.addAll(new CallTopics(catalogs, asking).entries());
            entries.addAll(RecordTopics.entries());
            entries.addAll(new RoleTopics(catalogs).entries());
            entries.addAll(new ErrorTopics(catalogs, asking).entries());
            entries.addAll(TableTopics.entries());
            index = Index.of(List.copyOf(entries), asking);
        }
        return index;
    }

    /**
     * What there is to say about a topic, or what has its words.
     *
     * @throws UnknownTopicException when there is nothing; its message names what was probably meant
     */
    public List<String> lines(String topic, int width) {
        // A call copied from a line may still have its parentheses.
        String path = topic.replaceAll("\\(.*", "").strip();
        return Stream.<Supplier<List<String>>>of(
                        () -> new OperationTopics(catalogs, asking, width).named(path),
                        () -> request(topic.strip(), width),
                        () -> named(index().exact().getOrDefault(path, List.of()), path, width),
                        () -> field(path, width),
                        () -> path(path, width),
                        () -> new OperationTopics(catalogs, asking, width).operation(path),
                        () -> named(meant(path), path, width),
                        () -> index().search().lines(path, width))
                .map(Supplier::get)
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElseThrow(() -> unknown(path));
    }

    /** Those of a name in other letters. Words that happen to be the name of a file are words to look for. */
    private List<Entry> meant(String topic) {
        return index().loose().getOrDefault(loose(topic), List.of()).stream()
                .filter(entry -> entry.kind() != Kind.SCRIPT || !topic.contains(" "))
                .toList();
    }

    private UnknownTopicException unknown(String topic) {
        Set<String> names = new LinkedHashSet<>();
        for (Entry entry : entries()) {
            names.add(entry.name());
            if (entry.kind() == Kind.OPERATION) {
                names.add(entry.name().substring(entry.name().lastIndexOf('.') + 1));
            }
        }
        return new UnknownTopicException(
                "There is no help on '" + topic + "'." + Suggestion.didYouMean(topic, names) + " " + asking.overview());
    }

    /** One after the other, since a word may also be a function; and what else the name could mean. */
    private List<String> named(List<Entry> entries, String topic, int width) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(entry.lines().apply(width));
        }
        if (!lines.isEmpty()) {
            index().loose().getOrDefault(loose(topic), List.of()).stream()
                    .filter(entry -> !entries.contains(entry))
                    .map(Entry::name)
                    .distinct()
                    .forEach(name -> lines.add("See also: " + asking.topic(name)));
        }
        return lines;
    }

    private List<String> request(String topic, int width) {
        Matcher request = REQUEST.matcher(topic);
        if (!request.matches()) {
            return List.of();
        }
        for (String base : BASES) {
            String path = base + "/" + request.group(2);
            for (String prefix : List.of(OperationHelp.ATLAS, OperationHelp.CLOUD_MANAGER)) {
                Catalog catalog = prefix.equals(OperationHelp.ATLAS) ? catalogs.atlas() : catalogs.cloudManager();
                Optional<Operation> found = catalog.of(request.group(1), path)
                        .or(() -> catalog.match(request.group(1), path).map(Catalog.Match::operation));
                if (found.isPresent()) {
                    return new OperationHelp(catalogs, prefix + found.get().shortId(), found.get()).lines(width);
                }
            }
        }
        return List.of();
    }

    private List<String> path(String path, int width) {
        return path.contains(" ")
                ? List.of()
                : paths.apply(path).map(found -> lines(found, path, width)).orElse(List.of());
    }

    private List<String> lines(Topic topic, String path, int width) {
        if (topic.methods().isEmpty()) {
            return topic.type() instanceof Class<?> type
                    ? new TypeHelp(path, type, asking, width).lines()
                    : List.of(path);
        }
        Method method = topic.methods().get(0);
        String last = path.substring(path.lastIndexOf('.') + 1);
        boolean property = method.getParameterCount() == 0 && !method.getName().equals(last);
        return property
                        && topic.type() instanceof Class<?> type
                        && type.getName().startsWith("dev.ferry.")
                ? new TypeHelp(path, type, asking, width).lines()
                : new MethodHelp(path, topic.methods(), catalogs, width).lines();
    }

    /** {@code Cluster.stateName}, or a field of what a call gives: {@code atlas.clusters.get.stateName}. */
    private List<String> field(String path, int width) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || path.contains(" ")) {
            return List.of();
        }
        String owner = path.substring(0, dot);
        String field = path.substring(dot + 1);
        for (Services.Given given : Services.records()) {
            String name = given.type().getSimpleName();
            if (owner.equals(name) || owner.equals(given.side() + "." + name)) {
                List<String> lines = RecordTopics.field(path, given.type(), field, asking, width);
                if (!lines.isEmpty()) {
                    return lines;
                }
            }
        }
        return paths.apply(owner)
                .map(found -> RecordTopics.field(path, found.type(), field, asking, width))
                .orElse(List.of());
    }

    private String summary(String topic) {
        List<Entry> found = index().exact().getOrDefault(topic, List.of());
        List<Entry> near = found.isEmpty() ? index().loose().getOrDefault(loose(topic), List.of()) : found;
        return near.isEmpty() ? "" : near.get(0).summary().get();
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}

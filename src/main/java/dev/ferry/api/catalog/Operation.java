package dev.ferry.api.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an API documents about one of its operations. v1.0 has no versions: there {@code versions} is empty, and the one entry
 * of {@code bodies} and {@code answers} stands under {@link #UNVERSIONED}.
 *
 * @param id the operation's name, such as {@code listGroupClusters}
 * @param shortId the shorter name that the documentation pages use; the same as {@code id} where there is none
 * @param tag the chapter of the documentation
 * @param method verb
 * @param path full path with {@code {name}} for what goes in
 * @param versions dates of its versions, oldest first; {@code preview} comes last
 * @param sunset by version, the day on which the service stops answering it
 * @param roles the roles of which one is needed, in the documentation's words; empty when none is named
 * @param query the parameters of the query
 * @param headers the headers of its own that a request may carry
 * @param bodies by version, the shape of the request's body; empty when there is no body
 * @param answers by version, the schema of the answer: {@code -} for none, {@code [X]} for a bare array. A version that also
 *     answers in another format has a second entry, such as {@code 2023-01-01+csv}
 * @param success statuses of success
 * @param deprecated whether the operation as a whole is on its way out
 */
public record Operation(
        String id,
        String shortId,
        String tag,
        String method,
        String path,
        List<String> versions,
        Map<String, String> sunset,
        List<String> roles,
        List<Query> query,
        List<Header> headers,
        SortedMap<String, String> bodies,
        SortedMap<String, String> answers,
        List<Integer> success,
        boolean deprecated) {
    /** Stands for the version where there is none. */
    public static final String UNVERSIONED = "*";

    /** The format of most answers. */
    public static final String JSON = "json";
    /** The format of tables. */
    public static final String CSV = "csv";
    /** The format of compressed files. */
    public static final String GZIP = "gzip";

    private static final String PREVIEW = "preview";
    private static final Pattern BASE = Pattern.compile("^/api/(?:atlas/v2|public/v1\\.0)(?=/)");
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");

    /**
     * A parameter of the query.
     *
     * @param type {@code boolean}, {@code integer}, {@code string}, {@code date-time}, {@code date} or {@code enum A|B};
     *     {@code strings} and {@code enums A|B} where it may be repeated
     */
    public record Query(String name, String type, boolean required) {}

    /**
     * A header that belongs to the operation.
     *
     * @param name how a call names it, such as {@code useEffectiveInstanceFields}
     * @param header how it stands in the request, such as {@code Use-Effective-Instance-Fields}
     * @param type as for {@link Query}
     */
    public record Header(String name, String header, String type) {}

    /** The names of what goes into the path, in its order. */
    public List<String> pathParameters() {
        return HOLE.matcher(path)
                .results()
                .map((MatchResult hole) -> hole.group(1))
                .toList();
    }

    /**
     * What a call by name takes: what goes into the path, the query and headers, the body, the version, and, where the answer
     * may be a file, where that goes.
     */
    public List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        for (String name : pathParameters()) {
            arguments.add(new Argument(name, ValueType.typeInPath(name), true, Argument.Place.PATH));
        }
        for (Query parameter : query) {
            arguments.add(new Argument(parameter.name(), parameter.type(), parameter.required(), Argument.Place.QUERY));
        }
        for (Header header : headers) {
            arguments.add(new Argument(header.name(), header.type(), false, Argument.Place.HEADER));
        }
        if (takesBody()) {
            String shape = bodies.getOrDefault(newest().orElse(UNVERSIONED), bodies.get(bodies.lastKey()));
            arguments.add(new Argument(Argument.BODY, String.valueOf(shape), true, Argument.Place.BODY));
        }
        if (!versions.isEmpty()) {
            arguments.add(call(Argument.VERSION, "enum " + String.join("|", versions), false));
        }
        List<String> formats = formats(newest().orElse(UNVERSIONED));
        if (!formats.equals(List.of(JSON))) {
            arguments.add(call(Argument.TO, "file", formats.equals(List.of(GZIP))));
            arguments.add(call(Argument.FORMAT, "enum " + String.join("|", formats), false));
            arguments.add(call(Argument.OVERWRITE, "boolean", false));
        }
        return arguments;
    }

    private static Argument call(String name, String type, boolean required) {
        return new Argument(name, type, required, Argument.Place.CALL);
    }

    /**
     * The formats in which a version answers: {@code json}, {@code csv}, {@code gzip}.
     *
     * @param version one of {@link #versions}, or {@link #UNVERSIONED}
     */
    public List<String> formats(String version) {
        List<String> formats = new ArrayList<>();
        for (String format : List.of(JSON, CSV, GZIP)) {
            if (answers.containsKey(format.equals(JSON) ? version : version + "+" + format)) {
                formats.add(format);
            }
        }
        return formats.isEmpty() ? List.of(JSON) : formats;
    }

    /** Whether the version answers with a list that comes page by page. */
    public boolean isPaged(String version) {
        String answer = answers.getOrDefault(version, "");
        return method.equals("GET")
                && query.stream().anyMatch(parameter -> parameter.name().equals("pageNum"))
                && (answer.contains("Paginated") || answer.startsWith("["));
    }

    /** Whether a request has a body, in any version. */
    public boolean takesBody() {
        return !bodies.isEmpty();
    }

    /**
     * The newest version: the newest date, or {@code preview} where there is no other.
     *
     * @return empty for an API without versions
     */
    public Optional<String> newest() {
        return versions.stream()
                .filter(version -> !version.equals(PREVIEW))
                .max(String::compareTo)
                .or(() -> versions.stream().findFirst());
    }

    /**
     * The version that answers a request for {@code date}: the newest one that is not after it.
     *
     * @param date {@code yyyy-mm-dd} or {@code preview}
     * @return empty when the operation is younger than that date, or not in preview
     */
    public Optional<String> versionFor(String date) {
        if (date.equals(PREVIEW)) {
            return versions.contains(date) ? Optional.of(date) : Optional.empty();
        }
        return versions.stream()
                .filter(version -> !version.equals(PREVIEW) && version.compareTo(date) <= 0)
                .max(String::compareTo);
    }

    /** Verb and path without what all paths of its API begin with, for lists in which the API is known. */
    public String shortLine() {
        return method + " " + BASE.matcher(path).replaceFirst("");
    }

    /** Verb and path, as an error message or a list shows it. */
    public String line() {
        return method + " " + path;
    }
}

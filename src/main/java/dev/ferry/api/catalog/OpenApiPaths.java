package dev.ferry.api.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of an OpenAPI document. */
final class OpenApiPaths {
    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");
    private static final String BASE = "/api/atlas/";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2}|preview)\\+([a-z]+)");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PATH = Pattern.compile("/[!-~&&[^,]]*");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Roles stand in prose only: "must have the Project Owner or Organization Owner role". */
    private static final Pattern ROLE_SENTENCE = Pattern.compile("(?:must have|requires?)\\b[^.]*\\broles?\\b");

    private static final Pattern ROLE = Pattern.compile("\\b(?:Organization|Project)(?: [A-Z][A-Za-z]+)+");

    private static final Map<String, String> TYPES = Map.of(
            "boolean", "boolean", "integer", "integer", "array", "strings", "object", "string", "number", "string");

    private final OpenApiNode document;
    private final OpenApiShapes shapes;

    OpenApiPaths(OpenApiNode document, OpenApiShapes shapes) {
        this.document = document;
        this.shapes = shapes;
    }

    /**
     * All operations in the order of their names.
     *
     * @throws UnusableDocumentException when two have the same name, or one cannot be told by its name
     */
    List<Operation> operations() {
        SortedMap<String, Operation> operations = new TreeMap<>();
        document.get("paths")
                .entries()
                .forEach((path, item) -> VERBS.forEach(verb -> {
                    OpenApiNode node = item.target().get(verb);
                    if (node.isThere() && path.startsWith(BASE)) {
                        Operation operation = operation(verb.toUpperCase(Locale.ROOT), path, item.target(), node);
                        // Announced, but not to be called yet.
                        if (!operation.versions().isEmpty()) {
                            add(operations, operation);
                        }
                    }
                }));
        return List.copyOf(operations.values());
    }

    private static void add(Map<String, Operation> operations, Operation operation) {
        Operation other = operations.put(operation.id(), operation);
        if (other != null) {
            throw new UnusableDocumentException("The document has two operations with the operationId '"
                    + operation.id() + "': " + other.line() + " and " + operation.line() + ".");
        }
    }

    private Operation operation(String verb, String path, OpenApiNode item, OpenApiNode node) {
        String id = node.text("operationId");
        if (!ID.matcher(id).matches() || !PATH.matcher(path).matches()) {
            throw new UnusableDocumentException("The operation " + verb + " " + printable(path)
                    + " of the document has no usable operationId or path"
                    + (id.isEmpty() ? "." : ": '" + printable(id) + "'."));
        }
        String shortId = node.text("x-xgen-operation-id-override");
        Map<String, OpenApiNode> parameters = parameters(item, node);
        Contents answers = answers(node);
        Contents bodies = new Contents();
        node.get("requestBody")
                .target()
                .get("content")
                .entries()
                .forEach((type, content) -> bodies.add(
                        type,
                        content,
                        shapes.body(
                                content.get("schema"),
                                Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Body")));
        SortedSet<String> versions = new TreeSet<>(answers.versions);
        versions.addAll(bodies.versions);
        SortedMap<String, String> sunset = new TreeMap<>(bodies.sunset);
        sunset.putAll(answers.sunset);
        return new Operation(
                id,
                ID.matcher(shortId).matches() ? shortId : id,
                printable(node.get("tags").texts().stream().findFirst().orElse("")),
                verb,
                path,
                List.copyOf(versions),
                sunset,
                roles(node.text("description")),
                query(parameters),
                headers(parameters),
                bodies.schemas,
                answers.schemas,
                success(node),
                node.isTrue("deprecated"));
    }

    /** The parameters of the path and of the operation, whose own come later and count. */
    private static Map<String, OpenApiNode> parameters(OpenApiNode item, OpenApiNode node) {
        Map<String, OpenApiNode> parameters = new LinkedHashMap<>();
        for (OpenApiNode owner : List.of(item, node)) {
            for (OpenApiNode each : owner.get("parameters").elements()) {
                OpenApiNode parameter = each.target();
                if (PARAMETER.matcher(parameter.text("name")).matches()) {
                    parameters.put(parameter.text("in") + " " + parameter.text("name"), parameter);
                }
            }
        }
        return parameters;
    }

    private static List<Operation.Query> query(Map<String, OpenApiNode> parameters) {
        return parameters.values().stream()
                .filter(each -> each.text("in").equals("query"))
                .map(each -> new Operation.Query(each.text("name"), type(each), each.isTrue("required")))
                .toList();
    }

    /** A header is named as Groovy names things: {@code useEffectiveInstanceFields}. */
    private static List<Operation.Header> headers(Map<String, OpenApiNode> parameters) {
        List<Operation.Header> headers = new ArrayList<>();
        for (OpenApiNode each : parameters.values()) {
            if (each.text("in").equals("header")) {
                String header = each.text("name");
                String[] words = header.split("-", -1);
                StringBuilder name = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
                for (int i = 1; i < words.length; i++) {
                    name.append(words[i]);
                }
                headers.add(new Operation.Header(name.toString(), header, type(each)));
            }
        }
        return headers;
    }

    private static String type(OpenApiNode parameter) {
        OpenApiNode schema = parameter.get("schema").target();
        boolean several = schema.text("type").equals("array");
        OpenApiNode one = several ? schema.get("items").target() : schema;
        List<String> choices = OpenApiShapes.choices(parameter.text("name"), one);
        if (!choices.isEmpty()) {
            return (several ? "enums " : "enum ") + String.join("|", choices);
        }
        String format = schema.text("format");
        boolean time = format.equals("date-time") || format.equals("date");
        return time ? format : TYPES.getOrDefault(schema.text("type"), "string");
    }

    private static List<Integer> success(OpenApiNode node) {
        return node.get("responses").entries().keySet().stream()
                .filter(status -> status.matches("2\\d\\d"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private static Contents answers(OpenApiNode node) {
        Contents answers = new Contents();
        node.get("responses").entries().forEach((status, response) -> {
            if (status.matches("2\\d\\d")) {
                response.target()
                        .get("content")
                        .entries()
                        .forEach((type, content) ->
                                answers.add(type, content, OpenApiShapes.answer(content.get("schema"))));
            }
        });
        return answers;
    }

    private static List<String> roles(String description) {
        Set<String> roles = new LinkedHashSet<>();
        Matcher sentence = ROLE_SENTENCE.matcher(description.replace("*", ""));
        while (sentence.find()) {
            Matcher role = ROLE.matcher(sentence.group());
            while (role.find()) {
                roles.add(role.group());
            }
        }
        return List.copyOf(roles);
    }

    /** A text in one line, without what the table's format uses itself. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }

    /** What requests or answers contain, by version. */
    private static final class Contents {
        private final SortedSet<String> versions = new TreeSet<>();
        private final SortedMap<String, String> sunset = new TreeMap<>();
        private final SortedMap<String, String> schemas = new TreeMap<>();

        void add(String mediaType, OpenApiNode content, String schema) {
            Matcher type = MEDIA_TYPE.matcher(mediaType);
            if (type.matches()) {
                String version = type.group(1);
                boolean json = type.group(2).equals("json");
                versions.add(version);
                // A status without content says nothing about the one that has some.
                schemas.merge(
                        json ? version : version + "+" + type.group(2),
                        schema,
                        (one, other) -> one.equals("-") ? other : one);
                String end = content.text("x-sunset");
                if (DATE.matcher(end).matches()) {
                    sunset.put(version, end);
                }
            }
        }
    }
}

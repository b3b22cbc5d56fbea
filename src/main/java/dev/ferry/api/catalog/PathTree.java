package dev.ferry.api.catalog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Templates of paths, as a tree of their segments, so that a path is found without trying hundreds of templates. A segment
 * may mix fixed text and parameters: {@code {groupId}:migrate}, {@code {hostname}:{port}}, {@code {logName}.gz}.
 */
final class PathTree {
    private static final Pattern HOLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private static final Pattern CODED_COLON = Pattern.compile("%3[Aa]");

    /** The codes of letters, digits and {@code - . _ ~}. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])");

    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> fixed = new HashMap<>();
        private final List<Branch> branches = new ArrayList<>();
        private final Map<String, Operation> ends = new HashMap<>();

        Node below(String segment) {
            Matcher hole = HOLE.matcher(segment);
            if (!hole.find()) {
                return fixed.computeIfAbsent(segment, any -> new Node());
            }
            String shape = hole.replaceAll("{}");
            for (Branch branch : branches) {
                if (branch.shape().equals(shape)) {
                    return branch.node();
                }
            }
            Branch branch = Branch.of(shape);
            branches.add(branch);
            branches.sort(Comparator.comparingInt((Branch each) -> each.shape().length())
                    .reversed());
            return branch.node();
        }
    }

    /** A segment with parameters in it; {@code shape} has {@code {}} in their places. */
    private record Branch(String shape, Pattern pattern, Node node) {
        static Branch of(String shape) {
            StringBuilder regex = new StringBuilder();
            int from = 0;
            for (int hole = shape.indexOf("{}"); hole >= 0; hole = shape.indexOf("{}", from)) {
                regex.append(Pattern.quote(shape.substring(from, hole))).append("(.+)");
                from = hole + 2;
            }
            return new Branch(
                    shape, Pattern.compile(regex + Pattern.quote(shape.substring(from)), Pattern.DOTALL), new Node());
        }
    }

    void add(Operation operation) {
        Node node = root;
        for (String segment : segments(operation.path())) {
            node = node.below(segment);
        }
        node.ends.put(operation.method(), operation);
    }

    Optional<Catalog.Match> find(String method, String path) {
        // Between two parameters a coded colon belongs to one of them; elsewhere it may be the one before a custom
        // verb.
        return lookUp(method, path)
                .or(() -> lookUp(method, CODED_COLON.matcher(path).replaceAll(":")));
    }

    private Optional<Catalog.Match> lookUp(String method, String path) {
        List<String> values = new ArrayList<>();
        Operation operation = find(root, segments(path), 0, method, values);
        if (operation == null) {
            return Optional.empty();
        }
        Map<String, String> named = new LinkedHashMap<>();
        List<String> names = operation.pathParameters();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), decoded(values.get(i)));
        }
        return Optional.of(new Catalog.Match(operation, named));
    }

    private static @Nullable Operation find(Node node, String[] segments, int at, String method, List<String> values) {
        if (at == segments.length) {
            return node.ends.get(method);
        }
        Node fixed = node.fixed.get(segments[at]);
        Operation found = fixed == null ? null : find(fixed, segments, at + 1, method, values);
        for (int i = 0; found == null && i < node.branches.size(); i++) {
            found = find(node.branches.get(i), segments, at, method, values);
        }
        return found;
    }

    private static @Nullable Operation find(
            Branch branch, String[] segments, int at, String method, List<String> values) {
        Matcher matcher = branch.pattern().matcher(segments[at]);
        if (!matcher.matches()) {
            return null;
        }
        int before = values.size();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            values.add(matcher.group(i));
        }
        Operation found = find(branch.node(), segments, at + 1, method, values);
        if (found == null) {
            values.subList(before, values.size()).clear();
        }
        return found;
    }

    /** As a server reads a path: slashes count once, and a character that needs no code means the same with one. */
    private static String[] segments(String path) {
        String plain = NEEDLESS.matcher(path).replaceAll(code -> {
            char character = (char) Integer.parseInt(code.group().substring(1), 16);
            return Matcher.quoteReplacement(String.valueOf(character));
        });
        String inner = SLASHES.matcher(plain).replaceAll("/");
        return (inner.startsWith("/") ? inner.substring(1) : inner).split("/");
    }

    /** A plus is a plus in a path, a blank only in a query. What cannot be decoded was not encoded. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}

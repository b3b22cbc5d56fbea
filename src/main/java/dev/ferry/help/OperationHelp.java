package dev.ferry.help;

import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Roles;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.output.Streams;
import dev.ferry.output.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Help on an operation that is called by name: everything from the tables of the catalog, laid out as {@link MethodHelp} lays
 * out a method.
 *
 * @param catalogs the tables in use
 * @param call how it is called, such as {@code atlas.api.getCluster}
 */
public record OperationHelp(Catalogs catalogs, String call, Operation operation) {
    static final String ATLAS = "atlas.api.";
    static final String CLOUD_MANAGER = "cm.api.";

    private static final int NAME_WIDTH = 24;
    private static final int WIDEST = 100;
    private static final String ATLAS_PAGE =
            "https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-";
    private static final String CLOUD_MANAGER_PAGE = "https://www.mongodb.com/docs/cloud-manager/reference/api/";

    /**
     * The operation of a name.
     *
     * @param name full or short, with or without {@code atlas.api.} or {@code cm.api.}; without, Atlas comes first
     */
    public static Optional<OperationHelp> find(Catalogs catalogs, String name) {
        if (name.startsWith(ATLAS)) {
            return find(catalogs, ATLAS, catalogs.atlas(), name.substring(ATLAS.length()));
        }
        if (name.startsWith(CLOUD_MANAGER)) {
            return find(catalogs, CLOUD_MANAGER, catalogs.cloudManager(), name.substring(CLOUD_MANAGER.length()));
        }
        return find(catalogs, ATLAS, catalogs.atlas(), name)
                .or(() -> find(catalogs, CLOUD_MANAGER, catalogs.cloudManager(), name));
    }

    private static Optional<OperationHelp> find(Catalogs catalogs, String prefix, Catalog catalog, String name) {
        return catalog.byName(name).map(found -> new OperationHelp(catalogs, prefix + name, found));
    }

    /** The sentence for a name that no operation has. */
    public static String unknown(Catalogs catalogs, String name) {
        Catalog catalog = name.startsWith(CLOUD_MANAGER) ? catalogs.cloudManager() : catalogs.atlas();
        String last = name.substring(name.lastIndexOf('.') + 1);
        String suggestion = Suggestion.didYouMean(last, catalog.names());
        return "There is no operation '" + last + "'"
                + (suggestion.isEmpty()
                        ? "; 'ferry catalog list WORD' shows those with a word in them."
                        : "." + suggestion);
    }

    /** The help as it is printed, filled to the width of the screen. */
    public List<String> lines(Streams streams) {
        return lines(Math.min(streams.width(Streams.Stream.OUT), WIDEST));
    }

    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add(signature());
        lines.add("");
        lines.add(operation.tag() + ": " + operation.line());
        if (operation.deprecated()) {
            lines.add("Deprecated: it is on its way out.");
        }
        others().forEach(lines::add);
        arguments(lines, width);
        BodyHelp body = new BodyHelp(catalogs.shapes(), width);
        bodyShape()
                .ifPresent(shape -> lines.addAll(
                        body.lines("Fields of the body, * required", shape, TypedCalls.meanings(operation))));
        versions(lines, width);
        facts(lines, width);
        lines.add("");
        lines.add("Example, to be edited");
        new Skeleton(catalogs.shapes()).of(call, operation).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private String signature() {
        String required = operation.arguments().stream()
                .filter(Argument::required)
                .map(argument -> argument.name() + ":")
                .collect(Collectors.joining(", "));
        boolean more = operation.arguments().stream().anyMatch(argument -> !argument.required());
        return call + "(" + required + (more ? (required.isEmpty() ? "…" : ", …") : "") + ")";
    }

    /** Other ways to call the same. */
    private List<String> others() {
        List<String> others = new ArrayList<>();
        String prefix = call.substring(0, call.lastIndexOf('.') + 1);
        for (String name : List.of(operation.id(), operation.shortId())) {
            if (!call.equals(prefix + name) && !others.contains("also: " + prefix + name)) {
                others.add("also: " + prefix + name);
            }
        }
        TypedCalls.of(operation).forEach(typed -> others.add("also: " + typed));
        if (call.startsWith(ATLAS)
                && catalogs.cloudManager().byName(operation.id()).isPresent()) {
            others.add("the same of Cloud Manager or Ops Manager: " + CLOUD_MANAGER + operation.id());
        }
        return others;
    }

    private void arguments(List<String> lines, int width) {
        if (operation.arguments().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Named arguments");
        for (Argument argument : operation.arguments()) {
            String words = argument.place() == Argument.Place.BODY
                    ? (argument.type().startsWith("[") ? "a list of maps" : "a map") + ", see below"
                    : argument.type().equals("file")
                            ? "the file that takes the answer"
                            : ValueType.named(argument.type()).words();
            lines.addAll(Rows.row(
                    argument.name() + ":", words + (argument.required() ? ", required" : ""), NAME_WIDTH, width));
        }
    }

    private Optional<String> bodyShape() {
        return operation.arguments().stream()
                .filter(argument -> argument.place() == Argument.Place.BODY)
                .map(Argument::type)
                .findFirst();
    }

    private void versions(List<String> lines, int width) {
        if (operation.versions().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Versions");
        String newest = operation.newest().orElse("");
        List<String> all = new ArrayList<>(operation.versions());
        Collections.reverse(all);
        for (String version : all) {
            String end = operation.sunset().get(version);
            String use = version.equals(newest) ? "called unless another is asked for" : "";
            String ends = end == null ? "" : "deprecated, ends on " + end;
            String text = use.isEmpty() || ends.isEmpty() ? use + ends : use + "; " + ends;
            lines.addAll(Rows.row(version, text, NAME_WIDTH, width));
        }
    }

    private void facts(List<String> lines, int width) {
        lines.add("");
        if (!operation.roles().isEmpty()) {
            lines.addAll(Rows.row(
                    "Role",
                    operation.roles().stream().map(Roles::said).collect(Collectors.joining(" or ")),
                    NAME_WIDTH,
                    width));
        }
        lines.addAll(Rows.row(
                "Changes something", Consequences.of(operation.method(), operation.path()), NAME_WIDTH, width));
        String page = call.startsWith(CLOUD_MANAGER)
                ? CLOUD_MANAGER_PAGE
                : ATLAS_PAGE + operation.id().toLowerCase(Locale.ROOT);
        lines.addAll(Rows.row("Documentation", page, NAME_WIDTH, width));
    }
}

package dev.ferry.help;

import dev.ferry.javadoc.TypeDoc;
import dev.ferry.output.TypeName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The records that calls give, and their fields. */
final class RecordTopics {
    private static final int NAME_WIDTH = 32;
    private static final int SHOWN = 6;
    private static final Map<String, String> SIDES = Map.of("cm", "source", "atlas", "target");

    private RecordTopics() {}

    static List<Entry> entries() {
        return Services.records().stream()
                .map(given -> new Entry(
                        Kind.RECORD,
                        given.type().getSimpleName(),
                        List.of(given.side() + "." + given.type().getSimpleName()),
                        () -> TypeDoc.of(given.type()).summary(),
                        () -> Arrays.stream(given.type().getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(" ")),
                        width -> lines(given, width)))
                .toList();
    }

    private static List<String> lines(Services.Given given, int width) {
        Class<?> type = given.type();
        TypeDoc doc = TypeDoc.of(type);
        Map<String, String> meanings = doc.components();
        List<String> lines = new ArrayList<>(
                List.of(type.getSimpleName() + " (" + SIDES.getOrDefault(given.side(), given.side()) + ")", ""));
        lines.addAll(doc.lines(width));
        lines.add("");
        lines.add("Fields");
        for (RecordComponent component : type.getRecordComponents()) {
            lines.addAll(Rows.row(
                    component.getName(),
                    said(component, meanings.getOrDefault(component.getName(), "")),
                    NAME_WIDTH,
                    width));
        }
        if (!given.givenBy().isEmpty()) {
            lines.add("");
            String calls =
                    String.join(", ", given.givenBy().stream().limit(SHOWN).toList());
            lines.addAll(Rows.row(
                    "Given by",
                    given.givenBy().size() > SHOWN
                            ? calls + ", … (" + given.givenBy().size() + ")"
                            : calls,
                    NAME_WIDTH,
                    width));
        }
        return lines;
    }

    private static String said(RecordComponent component, String meaning) {
        String type = TypeName.of(component.getGenericType());
        return meaning.isEmpty() ? type : type + ": " + meaning;
    }

    /** Help on a field of what a record, or a list of records, holds: {@code Cluster.stateName}. */
    static List<String> field(String path, Type type, String field, Asking asking, int width) {
        Optional<Class<?>> record = record(type);
        if (record.isEmpty()) {
            return List.of();
        }
        for (RecordComponent component : record.get().getRecordComponents()) {
            if (component.getName().equals(field)) {
                String meaning = TypeDoc.of(record.get()).components().getOrDefault(field, "");
                List<String> lines = new ArrayList<>();
                lines.add(path + " → " + TypeName.of(component.getGenericType()));
                lines.add("");
                lines.add("A field of " + record.get().getSimpleName() + ".");
                if (!meaning.isEmpty()) {
                    lines.addAll(
                            Rows.filled(Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".", width));
                }
                lines.add("");
                lines.add("More: " + asking.topic(record.get().getSimpleName()));
                return lines;
            }
        }
        return List.of();
    }

    /** The names of the fields of what a record, or a list of records, holds. */
    static List<String> fields(Type type) {
        return record(type)
                .map(found -> Arrays.stream(found.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Class<?>> record(Type type) {
        if (type instanceof ParameterizedType generic) {
            return record(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> found && found.isRecord() ? Optional.of(found) : Optional.empty();
    }
}

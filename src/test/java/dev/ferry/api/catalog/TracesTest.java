package dev.ferry.api.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of traces against the tables of operations and shapes. */
final class TracesTest {
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
    private final Traces traces = new Traces(Catalogs.SHIPPED);

    private static Stream<Operation> operations() {
        return Stream.concat(Catalog.atlas().operations().stream(), Catalog.cloudManager().operations().stream());
    }

    private static Stream<Operation> changes() {
        return operations().filter(each -> !each.method().equals("GET"));
    }

    @Test
    void every_row_is_a_changing_operation_of_one_of_the_apis() {
        Set<String> rows = new TreeSet<>(Traces.rows());
        changes().map(each -> each.method() + " " + each.path()).forEach(rows::remove);
        assertEquals(Set.of(), rows);
    }

    @Test
    void every_read_is_a_get_of_the_same_api_with_the_parameters_it_knows() {
        List<String> wrong = new ArrayList<>();
        changes().forEach(change -> traces.of(change).ifPresent(trace -> {
            if (trace.read().isEmpty()) {
                assertEquals(Trace.Kind.CANNOT_TELL, trace.kind(), change.id());
                return;
            }
            String[] read = trace.read().split("\\?", 2);
            Operation get = Catalogs.SHIPPED.of("GET", read[0]).orElse(null);
            if (get == null) {
                wrong.add(change.id() + " reads " + read[0]);
                return;
            }
            for (String parameter : read.length < 2 ? new String[0] : read[1].split("&")) {
                String name = parameter.substring(0, parameter.indexOf('='));
                if (get.query().stream().noneMatch(each -> each.name().equals(name))) {
                    wrong.add(change.id() + " asks for " + name);
                }
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_a_read_needs_is_in_the_path_or_the_body_of_the_change() {
        List<String> wrong = new ArrayList<>();
        changes().forEach(change -> traces.of(change).ifPresent(trace -> {
            List<String> needed = new ArrayList<>(HOLE.matcher(trace.read())
                    .results()
                    .map((MatchResult hole) -> hole.group(1))
                    .toList());
            trace.signs().forEach(sign -> sign.stream()
                    .map(Trace.Condition::value)
                    .filter(value -> value.startsWith(Trace.Condition.FROM_BODY))
                    .forEach(needed::add));
            Set<String> fields = new TreeSet<>(change.pathParameters());
            for (String shape : change.bodies().values()) {
                Map<String, Shapes.Field> known = Shapes.table().fields(shape).orElse(null);
                if (known == null) {
                    // A shape that the tables do not spell out.
                    return;
                }
                known.keySet().forEach(field -> fields.add(Trace.Condition.FROM_BODY + field));
            }
            needed.removeAll(fields);
            if (!needed.isEmpty()) {
                wrong.add(change.id() + " does not send " + needed);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_change_has_a_trace_or_something_near_that_can_be_read() {
        List<String> nothing = changes()
                .filter(each -> traces.of(each).isEmpty() && traces.near(each).isEmpty())
                .map(each -> each.method() + " " + each.path())
                .toList();
        assertEquals(List.of(), nothing);
        long told = changes().filter(each -> traces.of(each).isPresent()).count();
        assertTrue(told > 150, told + " of " + changes().count());
    }

    @Test
    void what_cannot_be_told_is_explained() {
        changes()
                .map(each -> traces.of(each).orElse(null))
                .filter(trace -> trace != null
                        && Set.of(Trace.Kind.CANNOT_TELL, Trace.Kind.ONLY_HINTS).contains(trace.kind()))
                .forEach(trace -> assertFalse(trace.words().isEmpty(), trace.toString()));
    }
}

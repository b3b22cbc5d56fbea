package dev.ferry.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.control.SourceUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OperationHelpTest {
    private static final int WIDTH = 100;

    static Stream<String> calls() {
        return Stream.concat(
                Catalogs.SHIPPED.atlas().operations().stream().map(each -> "atlas.api." + each.id()),
                Catalogs.SHIPPED.cloudManager().operations().stream().map(each -> "cm.api." + each.id()));
    }

    private static OperationHelp help(String call) {
        return OperationHelp.find(Catalogs.SHIPPED, call).orElseThrow();
    }

    private static String text(String call) {
        return String.join("\n", help(call).lines(WIDTH));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void help_on_every_operation_names_its_request_and_ends_with_an_example_that_compiles(String call) {
        Operation operation = help(call).operation();
        List<String> lines = help(call).lines(WIDTH);
        String example = String.join("\n", lines.subList(lines.lastIndexOf("Example, to be edited") + 1, lines.size()))
                .strip();

        assertTrue(lines.contains(operation.tag() + ": " + operation.line()));
        assertTrue(example.startsWith(call + "("), example);
        assertTrue(lines.size() < 150, () -> lines.size() + " lines");
        SourceUnit unit = SourceUnit.create("example.groovy", example);
        unit.parse();
        unit.completePhase();
        unit.nextPhase();
        unit.convert();
    }

    @Test
    void required_fields_are_marked_and_opened_and_read_only_ones_left_out() {
        String text = text("atlas.api.createGroupLiveMigration");

        assertTrue(text.contains("\n  destination*:"), text);
        assertTrue(text.contains("\n    clusterName*:"), text);
        assertFalse(text.contains("_id"), text);
        assertTrue(text.contains("\n      source: [\n          clusterName: 'orders-rs',"), text);
    }

    @Test
    void versions_say_which_is_called_and_when_the_others_end() {
        String text = text("atlas.api.getGroupCluster");

        assertTrue(text.matches("(?s).*2024-08-05 +called unless another is asked for\n.*"), text);
        assertTrue(text.matches("(?s).*2023-02-01 +deprecated, ends on 2027-07-01\n.*"), text);
    }

    @Test
    void the_typed_methods_of_an_operation_are_found_by_their_annotations() {
        assertTrue(TypedCalls.of(help("atlas.api.getGroupCluster").operation()).stream()
                .anyMatch(typed -> typed.startsWith("atlas.clusters.get(groupId, clusterName")));
        assertEquals(
                List.of(),
                TypedCalls.of(help("atlas.api.acceptVpcPeeringConnection").operation()));
    }
}

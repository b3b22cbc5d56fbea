package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ferry.api.catalog.Catalogs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes and questions of a text a run meets in any case. */
final class DemandTest {
    private static final ScriptCheck CHECK = new ScriptCheck(Catalogs.SHIPPED);
    private static final String CHANGE = "atlas.projects.create(name: 'x', orgId: '65f0000000000000000000a1')";

    private static List<Demand> demands(String text) {
        return CHECK.demands(List.of(Source.line(text)));
    }

    private static void assertChange(boolean certain, String text) {
        List<Demand> demands =
                demands(text).stream().filter(each -> each.kind().changes()).toList();
        assertEquals(1, demands.size(), text);
        assertEquals(certain, demands.get(0).certain(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHANGE",
                "def made = CHANGE",
                "println(CHANGE)",
                "step('x') { CHANGE }",
                "step('x') { step('y') { CHANGE } }",
                "await('x') { CHANGE }",
                "step('x') { return 1 }\nCHANGE",
                "[1].each { return it }\nCHANGE",
                "def f() { return 1 }\nf()\nCHANGE",
                "if (CHANGE) println 1",
                "if (args) println 1\nCHANGE",
                "for (x in [CHANGE]) println x",
                "CHANGE && args",
                "try { CHANGE } finally { println 1 }",
                "return CHANGE",
                "atlas.api.createGroup(body: [name: 'x', orgId: '65f0000000000000000000a1'])",
                "atlas.post('/groups', [name: 'x'])"
            })
    void what_stands_in_the_way_of_every_run_is_certain(String text) {
        assertChange(true, text.replace("CHANGE", CHANGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (args) CHANGE",
                "if (args) println 1 else CHANGE",
                "for (x in args) CHANGE",
                "args.each { CHANGE }",
                "while (args) { CHANGE }",
                "args && CHANGE",
                "args ? CHANGE : 1",
                "args ?: CHANGE",
                "def f = { CHANGE }",
                "def f() { CHANGE }",
                "try { CHANGE } catch (e) { println e }",
                "switch (args) { case 1: CHANGE }",
                "if (args) return\nCHANGE",
                "if (args) { println 1; return 2 }\nCHANGE",
                "step('x') { if (args) return; CHANGE }",
                "assert args\nCHANGE",
                "if (args) throw new RuntimeException()\nCHANGE",
                "if (args) fail('no')\nCHANGE",
                "if (args) System.exit(0)\nCHANGE",
                "args.each { if (it) throw new RuntimeException() }\nCHANGE",
                "def step(String name, Closure c) {}\nstep('x') { CHANGE }",
                "atlas?.projects?.create(name: 'x', orgId: '65f0000000000000000000a1')"
            })
    void what_a_run_may_pass_by_is_not_certain(String text) {
        assertChange(false, text.replace("CHANGE", CHANGE));
    }

    @Test
    void a_name_is_known_where_it_stands_in_the_text_and_the_path_goes_by_names() {
        String group = "'65f0000000000000000000a1'";
        assertEquals(
                "orders",
                demands("atlas.clusters.delete(" + group + ", 'orders')").get(0).name());
        assertEquals(
                "orders",
                demands("atlas.api.deleteGroupCluster(groupId: " + group + ", clusterName: 'orders')")
                        .get(0)
                        .name());
        assertEquals(
                "",
                demands("atlas.clusters.delete(" + group + ", args[0])").get(0).name());
        assertEquals("", demands("atlas.projects.delete(" + group + ")").get(0).name());
    }

    @Test
    void questions_are_met_with_their_names_and_those_of_a_function_of_the_script_are_none() {
        List<Demand> demands = demands("""
                atlas
                confirm('a')
                if (confirm('b', 'the name')) confirm('c', args[0])
                """);
        assertEquals(
                List.of(
                        new Demand(Demand.Kind.QUESTION, 2, "confirm", "", true),
                        new Demand(Demand.Kind.SEVERE_QUESTION, 3, "confirm", "the name", true),
                        new Demand(Demand.Kind.SEVERE_QUESTION, 3, "confirm", "", false)),
                demands);
        assertEquals(List.of(), demands("atlas\ndef confirm(String x) { true }\nconfirm('a')"));
    }

    @Test
    void what_is_remembered_is_what_was_found() {
        List<Demand> demands = demands(CHANGE + "\nif (args) confirm('b', 'the name')\n"
                + "atlas.clusters.delete('65f0000000000000000000a1', 'orders')");
        assertEquals(3, demands.size());
        assertEquals(demands, Demand.read(Demand.write(demands)));
        assertEquals(List.of(), Demand.read(""));
        assertEquals(List.of(), Demand.read("nonsense\n"));
    }
}

package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.analysis.complete.Candidate;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.Topic;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {

    private static final Analysis ANALYSIS = new Analysis(CountingScript.class, AnalysisTest.class.getClassLoader());

    private static List<String> offered(String typed, Scope scope) {
        return candidates(typed, scope).candidates().stream()
                .map(CompletionTableTest::name)
                .toList();
    }

    private static Completions candidates(String typed, Scope scope) {
        return ANALYSIS.complete(typed.replace("▮", ""), typed.indexOf('▮'), scope);
    }

    @Test
    void variables_of_the_session_are_completed_with_their_static_type() {
        Scope scope = Scope.EMPTY
                .withVariable("projects", "dev.ferry.api.Listing<dev.ferry.api.atlas.Project>")
                .withVariable("one", dev.ferry.api.atlas.Organization.class);

        assertEquals("clusterCount", offered("projects.first().clu▮", scope).get(0));
        assertEquals("isDeleted", offered("one.isD▮", scope).get(0));
        assertEquals("projects", offered("println proj▮", scope).get(0));
        assertEquals(
                "clusterCount", offered("projects.findAll { it.clu▮", scope).get(0));
        assertEquals(
                "clusterCount",
                offered("def f() { projects.first().clu▮", scope).get(0));
    }

    @Test
    void a_variable_assigned_again_has_its_newest_type() {
        Scope scope = Scope.EMPTY.withVariable("x", "java.lang.String");

        assertEquals(
                "orgId", offered("x = atlas.projects['shop']; x.orgI▮", scope).get(0));
    }

    @Test
    void methods_classes_and_imports_of_the_session_are_known() {
        Scope scope = Scope.EMPTY
                .withImport("import java.time.Duration")
                .withDeclaration("def shop() { atlas.projects['shop'] }")
                .withDeclaration("class Plan { String title; def start() { 1 } }");

        assertEquals(List.of("title", "start"), offered("new Plan().▮", scope).subList(0, 2));
        assertEquals("clusterCount", offered("shop().clu▮", scope).get(0));
        assertEquals("shop", offered("sho▮", scope).get(0));
        assertEquals("Plan", offered("new Pl▮", scope).get(0));
        assertEquals("ofMillis", offered("Duration.ofMi▮", scope).get(0));
    }

    @Test
    void the_replaced_range_is_the_word_around_the_cursor() {
        Completions found = candidates("atlas.or▮gs.list()", Scope.EMPTY);

        assertEquals(6, found.start());
        assertEquals(10, found.end());
    }

    @Test
    void values_carry_what_must_follow() {
        assertEquals(
                "list(",
                candidates("atlas.orgs.li▮", Scope.EMPTY).candidates().get(0).value());
        assertEquals(
                "list",
                candidates("atlas.orgs.li▮()", Scope.EMPTY).candidates().get(0).value());
        assertEquals(
                "collect {",
                candidates("[1].collec▮", Scope.EMPTY).candidates().get(0).value());
        assertEquals(
                "itemsPerPage: ",
                candidates("atlas.projects.list(ite▮", Scope.EMPTY)
                        .candidates()
                        .get(0)
                        .value());
        assertEquals(
                "Listing<Organization>",
                candidates("atlas.orgs.li▮", Scope.EMPTY).candidates().get(0).detail());
    }

    @Test
    void a_value_brings_its_quotes_and_closes_those_that_are_open() {
        assertEquals("'REPLICASET'", value("atlas.clusters.create('x', clusterType: ▮"));
        assertEquals("REPLICASET'", value("atlas.clusters.create('x', clusterType: 'REPL▮"));
        assertEquals("REPLICASET\"", value("atlas.clusters.create('x', clusterType: \"▮"));
        assertEquals("REPLICASET", value("atlas.clusters.create('x', clusterType: '▮')"));
        assertEquals("true", value("atlas.clusters.create('x', paused: ▮"));
    }

    @Test
    void the_whole_text_between_the_quotes_is_replaced() {
        Completions found =
                candidates("atlas.clusters.create('x', clusterType: 'S▮HARDED', paused: true)", Scope.EMPTY);

        assertEquals(41, found.start());
        assertEquals(48, found.end());
        assertEquals("SHARDED", found.candidates().get(0).value());
    }

    @Test
    void operations_are_grouped_by_their_chapter_and_say_what_they_call() {
        Candidate offered =
                candidates("atlas.api.getClu▮", Scope.EMPTY).candidates().get(0);

        assertEquals("getCluster(", offered.value());
        assertEquals("getCluster(groupId:, clusterName:, …)", offered.display());
        assertEquals("Clusters", offered.group());
        assertEquals("GET /groups/{groupId}/clusters/{clusterName}", offered.detail());
    }

    @Test
    void what_an_operation_gives_is_known_from_the_table() {
        assertEquals(
                "dev.ferry.api.Listing<java.util.Map<String,Object>>",
                ANALYSIS.typeOf("atlas.api.listOrgs()", Scope.EMPTY).orElseThrow());
        assertEquals(
                "java.util.Map<String,Object>",
                ANALYSIS.typeOf("atlas.api.listOrgs(pageNum: 2)", Scope.EMPTY).orElseThrow());
        assertEquals(
                "java.util.Map<String,Object>",
                ANALYSIS.typeOf("atlas.api.getOrg(orgId: 'x')", Scope.EMPTY).orElseThrow());
        assertEquals(
                "dev.ferry.api.http.Download",
                ANALYSIS.typeOf("atlas.api.downloadGroupClusterLog(to: 'x')", Scope.EMPTY)
                        .orElseThrow());
    }

    private static String value(String typed) {
        return candidates(typed, Scope.EMPTY).candidates().get(0).value();
    }

    @Test
    void declared_and_assigned_variables_have_the_types_of_their_expressions() {
        Map<String, String> types = ANALYSIS.declaredTypes(
                "x = atlas.orgs.list()\ndef p = atlas.projects['shop']\nString s = 'a'\n"
                        + "names = x.collect { it.name }\ndef (a, b) = [1, 'two']",
                Scope.EMPTY);

        assertEquals("dev.ferry.api.Listing<dev.ferry.api.atlas.Organization>", types.get("x"));
        assertEquals("dev.ferry.api.atlas.Project", types.get("p"));
        assertEquals("String", types.get("s"));
        assertEquals("java.util.List<String>", types.get("names"));
        assertEquals(List.of("p", "s", "a", "b", "x", "names"), List.copyOf(types.keySet()));
    }

    @Test
    void types_that_were_told_can_be_told_again() {
        Scope scope = Scope.EMPTY;
        for (String line : List.of("x = atlas.orgs.list()", "y = x.groupBy { it.name }", "z = y.values().first()")) {
            for (Map.Entry<String, String> each :
                    ANALYSIS.declaredTypes(line, scope).entrySet()) {
                scope = scope.withVariable(each.getKey(), each.getValue());
            }
        }

        assertEquals(
                "java.util.Map<String,java.util.List<dev.ferry.api.atlas.Organization>>",
                scope.variables().get("y"));
        assertEquals(
                "java.util.List<dev.ferry.api.atlas.Organization>",
                scope.variables().get("z"));
        assertEquals("name", offered("z.each { it.na▮", scope).get(0));
    }

    @Test
    void the_last_expression_has_a_type() {
        assertEquals(Optional.of("dev.ferry.api.atlas.Project"), ANALYSIS.typeOf("atlas.projects['x']", Scope.EMPTY));
        assertEquals(Optional.empty(), ANALYSIS.typeOf("x = = 1", Scope.EMPTY));
    }

    @Test
    void a_dotted_path_leads_to_its_methods() {
        Topic create = ANALYSIS.resolve("atlas.clusters.create").orElseThrow();

        assertEquals("create", create.methods().get(0).getName());
        assertEquals(dev.ferry.api.atlas.Cluster.class, create.type());
        assertEquals(
                "getOrgs",
                ANALYSIS.resolve("cm.orgs").orElseThrow().methods().get(0).getName());
        assertEquals(
                "step", ANALYSIS.resolve("step").orElseThrow().methods().get(0).getName());
        assertEquals(Optional.empty(), ANALYSIS.resolve("atlas.nothing"));
        assertEquals(Optional.empty(), ANALYSIS.resolve("atlas..orgs"));
        assertEquals(Optional.empty(), ANALYSIS.resolve(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 + 1",
                "x = 1 // don't",
                "x = /(/",
                "atlas.orgs.list().each { println it }",
                "def f() {\n 1\n}",
                "x = 'it''s'",
                "// only a comment",
                "if (a) { b } else { c }",
                "println \"${x}\"",
                "x = '''a\nb'''",
                "a?.b",
                "class A { int x }",
                "[1, 2,]",
                "x = 1;",
                "#!/usr/bin/env ferry\n1",
                "import java.time.Duration",
                "/a b/ =~ 'c'",
                "x = 10 / 2 / 1 // '",
                "foo bar",
                "label: 1",
                "a = b ? c : d",
                "x++",
                "/* a */ 1",
                "$/dollar/$"
            })
    void whole_texts_are_complete(String text) {
        assertInstanceOf(Completeness.Complete.class, ANALYSIS.completeness(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1 +",
                "atlas.orgs.each {",
                "foo(",
                "[1, 2,",
                "x = '''",
                "x = '''a\nb",
                "\"\"\"${x",
                "if (a) {",
                "def f() {\n",
                "x = \\",
                "/* begun",
                "a.",
                "x =",
                "foo(1,",
                "try {",
                "class A {",
                "atlas.orgs.list()\n  .collect {\n  it.name",
                "\"${a.collect {",
                "if (a)",
                "x = a ?",
                "a &&",
                "x = [a: 1,",
                "println(\"a\" +",
                "atlas.orgs.each { o ->",
                "x = 1 + // and",
                "import",
                "def",
                "@Deprecated"
            })
    void begun_texts_are_incomplete(String text) {
        assertInstanceOf(Completeness.Incomplete.class, ANALYSIS.completeness(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ")",
                "x = )",
                "foo(]",
                "x = 'abc",
                "a b c d )",
                "if if",
                "1 = = 2\nprintln 'x'",
                "x = (1]",
                "}",
                "class 1 {}"
            })
    void wrong_texts_are_invalid_and_say_where(String text) {
        Completeness.Invalid wrong = assertInstanceOf(Completeness.Invalid.class, ANALYSIS.completeness(text), text);

        assertTrue(wrong.line() >= 1 && wrong.column() >= 1);
        assertFalse(wrong.message().isBlank());
    }

    @Test
    void annotations_of_the_text_cannot_make_the_compiler_act(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ran");
        String write = "new File('" + file + "').text = 'ran'";
        for (String text : List.of(
                "@groovy.transform.ASTTest(value = { " + write + " }) class A { }\natlas.▮",
                "@groovy.transform.ASTTest(phase = org.codehaus.groovy.control.CompilePhase.CONVERSION, value = { "
                        + write + " }) def x = 1\natlas.▮",
                "import groovy.transform.ASTTest as Field\n@Field(value = { " + write + " }) def x = 1\natlas.▮",
                "@Grab('nowhere:nothing:1.0') import java.time.Duration\natlas.▮",
                "@Grab('nowhere:nothing:1.0') @GrabResolver('http://127.0.0.1:1/') def x = 1\natlas.▮",
                "@groovy.transform.BaseScript(java.lang.Thread) def x\natlas.▮",
                "@groovy.transform.TypeChecked(extensions = '" + file + "') def f() { }\natlas.▮",
                "class B { static { " + write + " } }\n" + write + "\nB.▮")) {
            assertFalse(text.contains("atlas.▮") && offered(text, Scope.EMPTY).isEmpty(), text);
            ANALYSIS.declaredTypes(text.replace("▮", "orgs"), Scope.EMPTY);
            ANALYSIS.completeness(text.replace("▮", "orgs"));
            assertFalse(Files.exists(file), text);
        }
    }

    @Test
    void no_text_makes_a_library_write_to_standard_error() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            for (String text :
                    List.of("x = \"$5\"", "x = \"$", "println \"$\" + atlas.", "\"\\q\"", "#", "a ` b", "'abc", "/*")) {
                for (int cursor = 0; cursor <= text.length(); cursor++) {
                    ANALYSIS.complete(text, cursor, Scope.EMPTY);
                }
                ANALYSIS.completeness(text);
                ANALYSIS.declaredTypes(text, Scope.EMPTY);
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", written.toString(StandardCharsets.UTF_8));
        assertEquals(
                new Completeness.Invalid(
                        "Unexpected input: a $ in double quotes needs a name or { after it, or \\$ for the sign itself",
                        2,
                        6),
                ANALYSIS.completeness("1\nx = \"$5\""));
    }
}

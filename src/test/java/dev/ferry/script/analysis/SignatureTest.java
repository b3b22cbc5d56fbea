package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Risk;
import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.type.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

    private static final Analysis ANALYSIS = new Analysis(FerryScript.class, SignatureTest.class.getClassLoader());

    private static Optional<Signature> at(String typed, Scope scope) {
        return ANALYSIS.signature(typed.replace("▮", ""), typed.indexOf('▮'), scope);
    }

    private static Signature at(String typed) {
        return at(typed, Scope.EMPTY).orElseThrow(() -> new AssertionError("no signature: " + typed));
    }

    /** As a hint line might print it, the active one in stars. */
    private static String line(Signature signature) {
        StringBuilder line = new StringBuilder(signature.name()).append('(');
        for (int i = 0; i < signature.parameters().size(); i++) {
            Signature.Parameter each = signature.parameters().get(i);
            String star = i == signature.active() ? "*" : "";
            String name = each.named() ? each.name() + ":" : each.name();
            if (!each.named() || each.required() || each.given() || !star.isEmpty()) {
                line.append(line.charAt(line.length() - 1) == '(' ? "" : ", ")
                        .append(star)
                        .append(name)
                        .append(star);
            }
        }
        line.append(')');
        signature.field().ifPresent(field -> line.append(' ').append(field.name()));
        return line + (signature.result().isEmpty() ? "" : " → " + signature.result());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            atlas.clusters.get(▮                              | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get('x', ▮                         | atlas.clusters.get(groupId, *clusterName*) → Cluster
            atlas.clusters.get('x', 'or▮                      | atlas.clusters.get(groupId, *clusterName*) → Cluster
            atlas.clusters.get('x▮', 'orders')                | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get(shop.i▮, 'orders')             | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get("${shop.i▮}", 'orders')        | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get("a ▮ b", 'orders')             | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get('x', 'orders')▮                | atlas.clusters.get(groupId, clusterName) → Cluster
            atlas.clusters.get('x', 'orders')▮.name           | atlas.clusters.get(groupId, clusterName) → Cluster
            println atlas.clusters.get(▮                      | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get ▮                              | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get 'x', ▮                         | atlas.clusters.get(groupId, *clusterName*) → Cluster
            atlas.orgs.list().each { atlas.projects.get(▮     | atlas.projects.get(*groupId*) → Project
            atlas.projects.get(atlas.projects['x'].▮)         | atlas.projects.get(*groupId*) → Project
            atlas.projects.get((a + ▮) )                      | atlas.projects.get(*groupId*) → Project
            atlas.projects.list(pageNum: ▮                    | atlas.projects.list(*pageNum:*) → Listing<Project>
            atlas.projects.list(pageNum: 1▮                   | atlas.projects.list(*pageNum:*) → Listing<Project>
            atlas.projects.list(pageNum: 1, pre▮              | atlas.projects.list(*pretty:*, pageNum:) → Listing<Project>
            atlas.projects.list()▮                            | atlas.projects.list() → Listing<Project>
            atlas.clusters.create(shop.id, ▮                  | atlas.clusters.create(groupId, name:, clusterType:, replicationSpecs:) → Cluster
            atlas.clusters.create('x', replicationSpecs: [[regionConfigs: [[priority: ▮ | atlas.clusters.create(groupId, name:, clusterType:, *replicationSpecs:*) regionConfigs.priority → Cluster
            atlas.clusters.create('x', replicationSpecs: [[▮  | atlas.clusters.create(groupId, name:, clusterType:, *replicationSpecs:*) → Cluster
            atlas.api.getCluster(▮                            | atlas.api.getCluster(groupId:, clusterName:) → Map<String, Object>
            atlas.api.getCluster(cl▮                          | atlas.api.getCluster(groupId:, *clusterName:*) → Map<String, Object>
            atlas.api.getCluster(groupId: '▮                  | atlas.api.getCluster(*groupId:*, clusterName:) → Map<String, Object>
            atlas.api.createGroupCluster(body: [replicationSpecs: [[zoneName: ▮ | atlas.api.createGroupCluster(groupId:, *body:*) replicationSpecs.zoneName → Map<String, Object>
            cm.api.getGroupAutomationConfig(▮                 | cm.api.getGroupAutomationConfig(groupId:) → Map<String, Object>
            step(▮                                            | step(*name*, work) → T
            step('x') { 1 }▮                                  | step(name, work) → Integer
            await('x', timeout: ▮                             | await(what, probe, *timeout:*) → T
            await(▮                                           | await(*what*, probe) → T
            'abc'.substring(▮                                 | substring(*int*) → String
            'abc'.substring(1, ▮                              | substring(int, *int*) → String
            Math.max(1, ▮                                     | Math.max(int, *int*) → int
            new File(▮                                        | new File(*String*) → File
            [1, 2].join(▮                                     | join(*String*) → String
            [1, 2].inject(0) { a, b -> a }▮                   | inject(U, Closure<V>) → Integer
            def f(int a, b = 1) { 'x' }⏎f(1, ▮                | f(a, *b*) → String
            class P { String n; int m; def go(int x) { 1.5 } }⏎new P().go(▮ | go(*x*) → BigDecimal
            class P { String n; int m }⏎new P(m: ▮            | new P(*m:*) → P
            class P { P(String n) { } }⏎new P(▮               | new P(*n*) → P
            if (atlas.clusters.get('x', ▮                     | atlas.clusters.get(groupId, *clusterName*) → Cluster
            x = [a: atlas.projects.get(▮                      | atlas.projects.get(*groupId*) → Project
            atlas.projects.get(▮⏎foo( ]                       | atlas.projects.get(*groupId*) → Project
            foo( ]⏎atlas.projects.get(▮                       | atlas.projects.get(*groupId*) → Project
            atlas.projects.get(▮) )) broken                   | atlas.projects.get(*groupId*) → Project
            atlas.projects.get(a ▮ b)                         | atlas.projects.get(*groupId*) → Project
            atlas.clusters.get(shop.id ▮                      | atlas.clusters.get(*groupId*, clusterName) → Cluster
            atlas.clusters.get(shop.id, x ▮                   | atlas.clusters.get(groupId, *clusterName*) → Cluster
            println "id ${atlas.projects.get(▮                | atlas.projects.get(*groupId*) → Project
            atlas.with { projects.get(▮                       | atlas.projects.get(*groupId*) → Project
            """)
    void the_call_at_the_cursor_is_told(String typed, String expected) {
        assertEquals(expected, line(at(typed.replace('⏎', '\n'))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            atlas.orgs.▮
            atlas.orgs.list().each { ▮
            step('x') { at▮ }
            foo(▮
            // atlas.projects.get(▮
            if (▮
            (1 + ▮
            x = 1 ▮
            """)
    void where_there_is_no_call_nothing_is_told(String typed) {
        assertEquals(Optional.empty(), at(typed, Scope.EMPTY));
    }

    @Test
    void a_service_method_says_what_it_means_and_asks() {
        Signature get = at("atlas.clusters.get(▮");
        assertEquals("One cluster, by its name.", get.summary());
        assertEquals(
                new Signature.Facts(
                        "GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}",
                        List.of("GROUP_READ_ONLY"),
                        Risk.READS,
                        "2024-08-05"),
                get.facts().orElseThrow());
        Signature.Parameter groupId = get.parameters().get(0);
        assertEquals("String", groupId.type());
        assertEquals("project, 24 hexadecimal digits", groupId.meaning());
        assertTrue(at("atlas.clusters.create(▮").facts().orElseThrow().changes());
        assertEquals("", at("cm.orgs.get(▮").facts().orElseThrow().version());
    }

    @Test
    void a_named_argument_says_its_meaning_and_its_values() {
        Signature list = at("atlas.alerts.list('x', status: ▮");
        Signature.Parameter status = list.parameters().get(list.active());
        assertEquals("OPEN|TRACKING|CLOSED", status.type());
        assertTrue(!status.meaning().isEmpty(), status::toString);
    }

    @Test
    void an_operation_by_name_borrows_the_words_of_the_service_method() {
        Signature get = at("atlas.api.getCluster(groupId: ▮, version: '2023-02-01')");
        assertEquals("project, 24 hexadecimal digits", get.parameters().get(0).meaning());
        assertEquals("2023-02-01", get.facts().orElseThrow().version());
        assertEquals("One cluster, by its name.", get.summary());
    }

    @Test
    void variables_and_methods_of_the_session_are_known() {
        Scope scope = Scope.EMPTY
                .withVariable("service", "dev.ferry.api.atlas.Projects")
                .withDeclaration("def twice(int number) { number * 2 }");
        assertEquals("twice(*number*) → int", line(at("twice(▮", scope).orElseThrow()));
        assertEquals(
                "atlas.projects.get(*groupId*) → Project",
                line(at("service.get(▮", scope).orElseThrow()));
    }

    @Test
    void what_is_given_is_marked() {
        String given = at("atlas.clusters.create('x', name: 'a', ▮)").parameters().stream()
                .filter(Signature.Parameter::given)
                .map(Signature.Parameter::name)
                .collect(Collectors.joining(" "));
        assertEquals("groupId name", given);
    }
}

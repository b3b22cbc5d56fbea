package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.complete.Candidate;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.type.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of things that exist, offered where an argument means one. */
class LiveOffersTest {

    private static final String SHOP = "5f0000000000000000000001";
    private static final String BLOG = "5f0000000000000000000002";

    /** A handful of things in memory; a cluster is within the project that it names. */
    private static final class Few implements LiveNames {
        private final List<LiveName> names = new ArrayList<>();
        private final List<Wanted> asked = new ArrayList<>();
        private String remark = "";

        Few() {
            add(ApiSide.TARGET, Thing.ORGANIZATION, "6a1", "Acme", "", "");
            add(ApiSide.SOURCE, Thing.ORGANIZATION, "6a9", "Old Acme", "", "");
            add(ApiSide.TARGET, Thing.PROJECT, SHOP, "shop", "Acme", "");
            add(ApiSide.TARGET, Thing.PROJECT, BLOG, "blog's", "Acme", "");
            add(ApiSide.SOURCE, Thing.PROJECT, "5f0000000000000000000009", "shop-old", "Old Acme", "");
            add(ApiSide.TARGET, Thing.CLUSTER, "c1", "orders", "Acme", "shop");
            add(ApiSide.TARGET, Thing.CLUSTER, "c2", "posts", "Acme", "blog's");
            add(ApiSide.SOURCE, Thing.CLUSTER, "c9", "orders-old", "Old Acme", "shop-old");
            add(ApiSide.TARGET, Thing.EVENT_TYPE, "CLUSTER_READY", "CLUSTER_READY", "", "");
            add(ApiSide.SOURCE, Thing.MIGRATION_HOST, "mig1.example", "mig1.example", "Old Acme", "");
        }

        private void add(ApiSide side, Thing thing, String id, String name, String organization, String project) {
            names.add(new LiveName(side, thing, id, name, organization, project, "PROD"));
        }

        @Override
        public Found find(Wanted wanted, String typed, int most) {
            asked.add(wanted);
            String project = wanted.within().get(Thing.PROJECT);
            return new Found(
                    names.stream()
                            .filter(each -> each.side() == wanted.side() && each.thing() == wanted.thing())
                            .filter(each -> project == null || isIn(each, project))
                            .filter(each ->
                                    each.name().contains(typed) || each.id().contains(typed))
                            .toList(),
                    remark);
        }

        private boolean isIn(LiveName each, String project) {
            return names.stream()
                    .anyMatch(one -> one.thing() == Thing.PROJECT
                            && (one.id().equals(project) || one.name().equals(project))
                            && one.name().equals(each.project()));
        }

        @Override
        public Optional<String> idOf(ApiSide side, Thing thing, String name) {
            return names.stream()
                    .filter(each -> each.side() == side && each.thing() == thing)
                    .filter(each -> each.name().equals(name) || each.id().equals(name))
                    .map(LiveName::id)
                    .findFirst();
        }
    }

    private final Few live = new Few();
    private final Analysis analysis =
            new Analysis(FerryScript.class, LiveOffersTest.class.getClassLoader(), Catalogs.SHIPPED, live);

    private Completions at(String typed, Scope scope) {
        return analysis.complete(typed.replace("▮", ""), typed.indexOf('▮'), scope);
    }

    private String offered(String typed) {
        return offered(typed, Scope.EMPTY);
    }

    private String offered(String typed, Scope scope) {
        return String.join(
                " ",
                at(typed, scope).candidates().stream()
                        .filter(Candidate::matched)
                        .map(Candidate::display)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            atlas.projects.get('▮                                             | shop blog's
            atlas.projects.get('▮')                                           | shop blog's
            atlas.projects.get("▮                                             | shop blog's
            atlas.projects.get(▮                                              | shop blog's
            atlas.projects.get(ho▮                                            | shop
            atlas.projects.get('00002▮')                                      | blog's
            atlas.projects.get 'sh▮                                           | shop
            println "x ${atlas.projects.get('▮                                | shop blog's
            step('x') { atlas.projects.get('▮                                 | shop blog's
            cm.projects.get('▮                                                | shop-old
            atlas.clusters.get('5f0000000000000000000001', '▮                 | orders
            atlas.clusters.get('5f0000000000000000000001', ▮                  | orders
            atlas.clusters.get('5f0000000000000000000002', '▮')               | posts
            atlas.clusters.get(atlas.projects['shop'].id, '▮                  | orders
            def p = atlas.projects['shop']; atlas.clusters.get(p.id, '▮       | orders
            p = atlas.projects['shop']; atlas.clusters.get(p.id, '▮           | orders
            def id = '5f0000000000000000000001'; atlas.clusters.get(id, '▮    | orders
            atlas.clusters.get(atlas.projects['none'].id, '▮                  |
            atlas.clusters.get(unknown, '▮                                    |
            atlas.clusters.get(unknown.id, '▮                                 |
            atlas.projects.each { atlas.clusters.get(it.id, '▮                |
            def p = atlas.projects['shop']; p = atlas.projects['x']; atlas.clusters.get(p.id, '▮ |
            atlas.projects['▮                                                 | shop blog's
            atlas.projects['▮']                                               | shop blog's
            atlas.projects[▮]                                                 | shop blog's
            atlas.orgs["▮"]                                                   | Acme
            cm.orgs["▮"]                                                      | Old Acme
            cm.projects['▮'].id                                               | shop-old
            println atlas.projects['sh▮                                       | shop
            atlas.projects.list()['▮']                                        | shop blog's
            atlas.clusters.list('5f0000000000000000000001')['▮']              | orders
            atlas.clusters.list(pretty: true, '5f0000000000000000000002')['▮']| posts
            atlas.clusters.list(unknown)['▮']                                 |
            atlas.clusters.list(atlas.projects['shop'].id)['▮                 | orders
            def cs = atlas.clusters.list(atlas.projects['shop'].id); cs['▮    | orders
            atlas.api.getCluster(groupId: '▮                                  | shop blog's
            atlas.api.getCluster(groupId: '5f0000000000000000000001', clusterName: '▮ | orders
            atlas.api.getCluster(clusterName: '▮', groupId: '5f0000000000000000000002') | posts
            atlas.api.getCluster(groupId: x, clusterName: '▮                  |
            cm.api.getGroupAutomationConfig(groupId: '▮                       | shop-old
            atlas.events.forProject('5f0000000000000000000001', eventType: ['▮      | CLUSTER_READY
            atlas.events.forProject('5f0000000000000000000001', clusterNames: ['▮   | orders
            atlas.liveMigrations.create('5f0000000000000000000001', source: [groupId: '▮ | shop-old
            atlas.liveMigrations.create('5f0000000000000000000001', source: [groupId: '5f0000000000000000000009', clusterName: '▮ | orders-old
            atlas.liveMigrations.create('5f0000000000000000000001', destination: [clusterName: '▮ | orders
            atlas.liveMigrations.create('5f0000000000000000000001', migrationHosts: ['▮ | mig1.example
            atlas.api.createGroupLiveMigration(groupId: '5f0000000000000000000001', body: [source: [groupId: '▮ | shop-old
            ['▮                                                               |
            [a: 1]['▮                                                         |
            'text'['▮                                                         |
            foo('▮                                                            |
            """)
    void what_exists_is_offered_where_it_is_meant(String typed, String names) {
        assertEquals(names == null ? "" : names, offered(typed));
    }

    @Test
    void an_id_is_inserted_and_a_name_where_the_api_wants_a_name() {
        Candidate project =
                at("atlas.projects.get('sh▮", Scope.EMPTY).candidates().get(0);
        assertEquals(SHOP + "'", project.value());
        assertEquals("shop", project.display());
        assertEquals(SHOP + " · Acme · PROD", project.detail());
        assertEquals("project", project.group());
        assertEquals(
                "'" + SHOP + "'",
                at("atlas.projects.get(sh▮", Scope.EMPTY).candidates().get(0).value());
        Candidate cluster = at("atlas.clusters.get('" + SHOP + "', ▮)", Scope.EMPTY)
                .candidates()
                .get(0);
        assertEquals("'orders'", cluster.value());
        assertEquals("c1 · shop · Acme · PROD", cluster.detail());
        assertEquals(
                "blog\\'s']",
                at("atlas.projects['bl▮", Scope.EMPTY).candidates().get(0).value() + "]");
    }

    @Test
    void what_a_variable_of_the_session_holds_is_the_scope() {
        Scope scope = Scope.EMPTY
                .withVariable("shop", "dev.ferry.api.atlas.Project")
                .withTexts(Map.of("shop.id", BLOG, "id", SHOP));

        assertEquals("posts", offered("atlas.clusters.get(shop.id, '▮", scope));
        assertEquals("orders", offered("atlas.clusters.get(id, '▮", scope));
        assertEquals("", offered("def shop = other(); atlas.clusters.get(shop.id, '▮", scope));
        assertEquals("", offered("shop = other(); atlas.clusters.get(shop.id, '▮", scope));
        assertEquals("", offered("[1].each { shop -> atlas.clusters.get(shop.id, '▮", scope));
    }

    @Test
    void what_begins_with_the_typed_word_comes_before_what_has_it_somewhere() {
        List<String> offered = at("def hop = 1; atlas.projects.get(ho▮", Scope.EMPTY).candidates().stream()
                .map(Candidate::display)
                .toList();

        assertEquals(List.of("hop", "shop"), offered.subList(0, 2));
    }

    @Test
    void a_remark_goes_along_and_an_answer_is_not_kept() {
        assertEquals("", at("atlas.projects.get('▮", Scope.EMPTY).remark());
        live.remark = "as of 3 minutes ago";
        live.add(ApiSide.TARGET, Thing.PROJECT, "5f3", "third", "Acme", "");

        Completions later = at("atlas.projects.get('▮", Scope.EMPTY);

        assertEquals("as of 3 minutes ago", later.remark());
        assertEquals(3, later.candidates().size());
    }

    @Test
    void nothing_is_asked_where_no_thing_is_meant() {
        offered("atlas.orgs.li▮");
        offered("println atlas.orgs.list().first().na▮");
        offered("atlas.clusters.create('" + SHOP + "', clusterType: '▮");
        assertTrue(live.asked.isEmpty(), live.asked::toString);
    }
}

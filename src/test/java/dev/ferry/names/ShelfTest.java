package dev.ferry.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.names.Shelf.Scope;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static Entry entry(String id, String name) {
        return new Entry(ApiSide.TARGET, Thing.CLUSTER, id, name, "org", "project", "");
    }

    private static List<String> find(Shelf shelf, String typed) {
        return shelf.find(typed, Scope.ALL, 10).stream().map(Entry::name).toList();
    }

    @Test
    void the_best_match_comes_first_and_equal_ones_by_name() {
        Shelf shelf = new Shelf(List.of(
                entry("1", "reorder"),
                entry("2", "orders-eu"),
                entry("3", "Order"),
                entry("4", "shop-orders"),
                entry("5", "ShopOrders"),
                entry("6", "old-raider"),
                entry("7", "bank"),
                entry("8", "orders-ap")));
        assertEquals(
                List.of("Order", "orders-ap", "orders-eu", "shop-orders", "ShopOrders", "reorder", "old-raider"),
                find(shelf, "order"));
        assertEquals(find(shelf, "order"), find(shelf, "ORDER"));
    }

    @Test
    void ids_match_anywhere_but_not_letter_by_letter() {
        Shelf shelf = new Shelf(List.of(entry("5f00aa11", "shop"), entry("5f00bb22", "bank")));
        assertEquals(List.of("shop"), find(shelf, "aa1"));
        assertEquals(List.of("shop", "bank"), find(shelf, "5f"));
        assertEquals(List.of(), find(shelf, "5a1"));
    }

    @Test
    void letters_of_any_script_are_found() {
        Shelf shelf = new Shelf(List.of(entry("1", "검색 클러스터"), entry("2", "Zürich"), entry("3", "注文")));
        assertEquals(List.of("검색 클러스터"), find(shelf, "클러"));
        assertEquals(List.of("Zürich"), find(shelf, "ZÜR"));
        assertEquals(List.of("注文"), find(shelf, "文"));
    }

    @Test
    void only_what_is_in_the_scope_is_found_however_well_others_fit() {
        Shelf shelf = new Shelf(List.of(
                new Entry(ApiSide.TARGET, Thing.CLUSTER, "1", "orders", "a", "p1", ""),
                new Entry(ApiSide.TARGET, Thing.CLUSTER, "2", "orders-old", "a", "p2", "")));
        assertEquals(
                List.of("2"),
                shelf.find("orders", new Scope("", "p2", List.of()), 10).stream()
                        .map(Entry::id)
                        .toList());
        assertEquals(List.of(), shelf.find("orders", new Scope("b", "", List.of()), 10));
    }

    @Test
    void as_many_as_wanted_are_found_the_best_ones() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(entry("x" + i, String.format("a-%03d-shop", i)));
        }
        many.add(entry("y", "shop"));
        Shelf shelf = new Shelf(many);
        assertEquals(
                List.of("shop", "a-000-shop", "a-001-shop"),
                shelf.find("shop", Scope.ALL, 3).stream().map(Entry::name).toList());
        assertEquals(3, shelf.find("", Scope.ALL, 3).size());
        assertEquals(List.of(), shelf.find("shop", Scope.ALL, 0));
    }

    @Test
    void an_id_or_a_name_leads_to_the_only_one_that_has_it() {
        Shelf shelf = new Shelf(List.of(
                entry("1", "shop"), entry("2", "Shop"), entry("3", "bank"), entry("4", "bank"), entry("bank", "x")));
        assertEquals("1", shelf.only("shop").orElseThrow().id());
        assertEquals("2", shelf.only("Shop").orElseThrow().id());
        assertEquals("x", shelf.only("bank").orElseThrow().name());
        assertEquals(2, shelf.byName("bank").size());
        assertTrue(shelf.only("SHOP").isEmpty());
        assertNull(shelf.byId("5"));
        assertNull(new Shelf(List.of(entry("1", "a"), entry("1", "b"))).byId("1"));
    }

    @Test
    void a_hundred_thousand_names_are_searched_in_a_few_milliseconds() {
        Random random = new Random(4);
        String[] words = {"orders", "carts", "search", "billing", "prod", "test", "eu-west", "shop", "archive", "ledger"
        };
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String name = words[random.nextInt(words.length)] + "-" + words[random.nextInt(words.length)] + "-" + i;
            many.add(entry(String.format("%024x", random.nextLong()), name));
        }
        // Time of this thread alone: how long others make it wait says nothing about the search.
        ThreadMXBean time = ManagementFactory.getThreadMXBean();
        long begun = time.getCurrentThreadCpuTime();
        Shelf shelf = new Shelf(many);
        long made = time.getCurrentThreadCpuTime() - begun;
        String[] typed = {
            "",
            "o",
            "or",
            "orders",
            "orders-carts-77",
            "zzz",
            "99999",
            "a",
            "e",
            "5f",
            "0af3",
            "odrs",
            "prdtst",
            "t-9",
            "shop-ledger-12345",
            "xyz-not-there",
            "eeeeee",
            "7",
            "-",
            "archive-archive-archive"
        };
        long[] took = new long[typed.length * 30];
        for (int round = -5; round < 30; round++) {
            for (int i = 0; i < typed.length; i++) {
                long start = time.getCurrentThreadCpuTime();
                shelf.find(typed[i], Scope.ALL, 50);
                if (round >= 0) {
                    took[round * typed.length + i] = time.getCurrentThreadCpuTime() - start;
                }
            }
        }
        Arrays.sort(took);
        double median = took[took.length / 2] / 1e6;
        double late = took[took.length * 99 / 100] / 1e6;
        System.out.printf(
                "100,000 names: made searchable in %.0f ms; searched in %.2f ms (median), %.2f ms (99th percentile)%n",
                made / 1e6, median, late);
        assertTrue(late < 100, late + " ms");
    }
}

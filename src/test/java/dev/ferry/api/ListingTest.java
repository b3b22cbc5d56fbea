package dev.ferry.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListingTest {
    private record Cluster(String id, @Nullable String name) implements Named {}

    private static final Cluster SHOP = new Cluster("1", "shop");
    private static final Cluster BLOG = new Cluster("2", "blog");
    private static final Cluster BLOG_TOO = new Cluster("3", "blog");
    private static final Cluster NAMELESS = new Cluster("4", null);

    private final List<Integer> fetched = Collections.synchronizedList(new ArrayList<>());

    /** Pages of these sizes, numbered from 1; elements are counted on from 1. */
    private Listing<Integer> pages(@Nullable Integer total, int... sizes) {
        return Listing.paged(number -> page(total, sizes, number), 1, page(total, sizes, 1));
    }

    private Page<Integer> page(@Nullable Integer total, int[] sizes, int number) {
        fetched.add(number);
        int before = 0;
        for (int i = 0; i < number - 1; i++) {
            before += sizes[i];
        }
        List<Integer> elements = new ArrayList<>();
        for (int i = 1; i <= sizes[number - 1]; i++) {
            elements.add(before + i);
        }
        return new Page<>(elements, total, number < sizes.length ? number + 1 : null);
    }

    @Test
    void every_reading_starts_again_at_the_first_page() {
        Listing<Integer> listing = pages(5, 2, 2, 1);
        assertEquals(List.of(1, 2, 3, 4, 5), listing.toList());
        assertEquals(List.of(1, 2, 3, 4, 5), new ArrayList<>(listing));
        assertEquals(List.of(1, 2, 3, 1, 2, 3), fetched);
    }

    @Test
    void the_size_is_what_the_first_page_says_and_costs_nothing() {
        Listing<Integer> listing = pages(5, 2, 2, 1);
        assertEquals(5, listing.size());
        assertFalse(listing.isEmpty());
        assertEquals("Listing of 5", listing.toString());
        assertEquals(List.of(1), fetched);
    }

    @Test
    void without_a_count_the_size_is_counted() {
        assertEquals(5, pages(null, 2, 2, 1).size());
        assertEquals(3, pages(null, 3).size());
        assertEquals("Listing", pages(null, 2, 1).toString());
    }

    @Test
    void an_empty_listing_is_empty_and_an_empty_page_is_not_the_end() {
        assertTrue(pages(0, 0).isEmpty());
        assertTrue(Listing.of(List.of()).isEmpty());
        assertEquals(List.of(1), pages(null, 0, 1).toList());
        assertFalse(pages(null, 0, 1).isEmpty());
        assertThrows(NoSuchElementException.class, () -> pages(0, 0).iterator().next());
    }

    @Test
    void a_list_that_names_the_same_page_as_the_next_one_is_an_error() {
        Page<Integer> circle = new Page<>(List.of(1), null, 2);
        LookupException endless = assertThrows(LookupException.class, () -> Listing.paged(number -> circle, 1, circle)
                .toList());
        assertTrue(String.valueOf(endless.getMessage()).startsWith("the list does not end: page 2 names page 2"));
    }

    @Test
    void an_element_is_found_by_id_or_by_name() {
        Listing<Cluster> clusters = Listing.of(List.of(SHOP, BLOG, NAMELESS));
        assertEquals(SHOP, clusters.getAt("shop"));
        assertEquals(BLOG, clusters.getAt("2"));
        assertEquals(NAMELESS, clusters.getAt("4"));
        assertEquals(BLOG, clusters.getAt(1));
        assertEquals(NAMELESS, clusters.getAt(-1));
        assertThrows(LookupException.class, () -> clusters.getAt(3));
        assertThrows(LookupException.class, () -> clusters.getAt(-4));
    }

    @Test
    void an_ambiguous_name_is_refused_with_the_ids() {
        Listing<Cluster> clusters = Listing.of(List.of(SHOP, BLOG, BLOG_TOO));
        assertEquals(
                "'blog' is ambiguous: 2 have that name, with the ids 2, 3; use the id",
                assertThrows(LookupException.class, () -> clusters.getAt("blog"))
                        .getMessage());
        assertEquals(BLOG_TOO, clusters.getAt("3"));
    }

    @Test
    void a_misspelt_name_is_answered_with_the_nearest() {
        Listing<Cluster> clusters = Listing.of(List.of(SHOP, BLOG));
        assertEquals(
                "no cluster has the name or id 'shpo'; did you mean 'shop'?",
                assertThrows(LookupException.class, () -> clusters.getAt("shpo"))
                        .getMessage());
        assertEquals(
                "no cluster has the name or id 'warehouse'",
                assertThrows(LookupException.class, () -> clusters.getAt("warehouse"))
                        .getMessage());
        assertThrows(LookupException.class, () -> Listing.<Cluster>of(List.of()).getAt("x"));
    }

    @Test
    void contains_takes_an_element_its_name_or_its_id() {
        Listing<Cluster> clusters = Listing.of(List.of(SHOP, BLOG));
        assertTrue(clusters.contains(SHOP));
        assertTrue(clusters.isCase("shop"));
        assertTrue(clusters.isCase("2"));
        assertFalse(clusters.isCase("nope"));
        assertFalse(clusters.contains(BLOG_TOO));
        assertFalse(clusters.contains(null));
    }

    @Test
    void a_listing_cannot_be_changed() {
        Listing<Cluster> clusters = Listing.of(List.of(SHOP));
        assertThrows(UnsupportedOperationException.class, () -> clusters.add(BLOG));
        assertThrows(UnsupportedOperationException.class, () -> clusters.remove(SHOP));
        assertThrows(UnsupportedOperationException.class, clusters::clear);
    }

    @Test
    void groovy_finds_indexes_and_iterates() {
        GroovyShell shell = new GroovyShell();
        shell.setVariable("clusters", Listing.of(List.of(SHOP, BLOG)));
        shell.setVariable("numbers", pages(null, 2, 2, 1));
        assertEquals("1", shell.evaluate("clusters['shop'].id"));
        assertEquals("2", shell.evaluate("def n = 'bl'; clusters[\"${n}og\"].id"));
        assertEquals(true, shell.evaluate("'shop' in clusters"));
        assertEquals(List.of("blog"), shell.evaluate("clusters.findAll { it.id == '2' }.collect { it.name }"));
        assertEquals(1, shell.evaluate("numbers.first()"));
        assertEquals(List.of(1), fetched);
        assertEquals(3, shell.evaluate("numbers.find { it > 2 }"));
        assertEquals(15, shell.evaluate("numbers.sum()"));
        assertEquals(4, shell.evaluate("numbers[3]"));
        assertEquals(true, shell.evaluate("clusters ? true : false"));
    }
}

package dev.ferry.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("orgs", "projects", "clusters", "accessList", "linkTokens", "liveMigrations", "events", "id");

    @ParameterizedTest
    @CsvSource({
        "org, orgs",
        "ogrs, orgs",
        "ORGS, orgs",
        "projcets, projects",
        "acceslist, accessList",
        "linkToken, linkTokens",
        "livemigratoins, liveMigrations",
        "clustres, clusters",
        "ids, id",
        "hosts, ''",
        "x, ''",
        "'', ''",
        "users, ''",
    })
    void a_slip_finds_the_name_that_was_meant_and_a_stranger_finds_none(String wrong, String expected) {
        assertEquals(expected, Suggestion.nearest(wrong, KNOWN).orElse(""));
    }

    @Test
    void the_first_of_equally_near_names_wins() {
        assertEquals("cat", Suggestion.nearest("bat", List.of("cat", "rat")).orElseThrow());
    }

    @Test
    void the_sentence_is_empty_when_there_is_nothing_to_suggest() {
        assertEquals(" Did you mean 'orgs'?", Suggestion.didYouMean("orgz", KNOWN));
        assertEquals("", Suggestion.didYouMean("zzzzzz", KNOWN));
    }
}

package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How fault rules are read, and when they apply. */
class FaultRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 frist=2          | there is no word 'frist=2'; did you mean 'first'?",
                "storm                | there is no word 'storm'; it takes a status from 400 to 599 or one of reset, html,",
                "302                  | there is no word '302'; it takes a status",
                "503 first=none       | 'first=none' is not understood; first takes a whole number above 0.",
                "503 first            | 'first' is not understood; first takes a whole number above 0.",
                "503 every=0          | 'every=0' is not understood; every takes a whole number above 0.",
                "503 probability=2    | 'probability=2' is not understood; probability takes a number from 0 to 1.",
                "reset=now            | 'reset=now' is not understood; reset takes no value.",
                "truncate=half        | 'truncate=half' is not understood; truncate takes length, chunked or json.",
                "latency=soon         | 'latency=soon' is not understood; latency takes a span of time up to 1h.",
                "latency=2d           | 'latency=2d' is not understood; latency takes a span of time up to 1h.",
                "503 retry-after=-1   | 'retry-after=-1' is not understood; retry-after takes seconds or date.",
                "503 side=mms         | 'side=mms' is not understood; side takes atlas, cm or oauth.",
                "503 first=1 first=2  | 'first' may stand there once.",
                "503 reset            | '503' and 'reset' cannot happen to one request; make two rules of it.",
                "first=2              | it does not say what happens, such as 503, reset or latency=2s.",
                "reset retry-after=1  | 'retry-after' needs a status, such as 503.",
                "503 seed=1           | 'seed' needs a probability, such as probability=0.1.",
            })
    void a_bad_rule_is_one_sentence_that_names_the_word_and_what_it_takes(String rule, String sentence) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Fault.parse(rule));
        String start = "The fault rule '" + rule + "' cannot be read: " + sentence;
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
    }

    @Test
    void an_empty_rule_is_answered_with_an_example() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Fault.parse(" "));
        assertEquals(
                "The fault rule ' ' cannot be read: it is empty; an example is '503 first=2 match=/orgs'.",
                e.getMessage());
    }

    @Test
    void the_help_names_every_word_with_what_it_takes() {
        assertEquals(FaultWord.values().length, Fault.help().size());
        assertEquals("a page of a proxy; nothing is done", Fault.help().get("html[=502|200]"));
        assertEquals("to the next N requests, then no more", Fault.help().get("first=N"));
    }

    @ParameterizedTest
    @CsvSource({
        "503, xxxxxxxxxxxx",
        "503 first=2, xx..........",
        "503 after=3, ...xxxxxxxxx",
        "503 after=3 first=2, ...xx.......",
        "503 every=3, ..x..x..x..x",
        "503 every=3 after=1, ...x..x..x..",
        "503 every=2 first=5, .x.x........",
        "503 probability=0, ............",
        "503 probability=1, xxxxxxxxxxxx",
    })
    void when_it_happens_is_counted_by_request(String rule, String pattern) {
        assertEquals(pattern, struck(rule, 12));
    }

    @Test
    void the_same_seed_draws_the_same_requests() {
        String once = struck("503 probability=0.25 seed=7", 400);
        assertEquals(once, struck("503 seed=7 probability=0.25", 400));
        assertTrue(!once.equals(struck("503 probability=0.25 seed=8", 400)));
        assertEquals(
                once.substring(0, 40),
                struck("503 probability=0.25 seed=7 first=40", 400).substring(0, 40));
        assertEquals(100, once.chars().filter(c -> c == 'x').count(), 25);
    }

    @ParameterizedTest
    @CsvSource({
        "match=/orgs, true",
        "match=/groups, false",
        "match=pageNum=3, true",
        "match=/api/atlas/v2/orgs/*/events, true",
        "match=/api/**/events, true",
        "match=**/events, true",
        "match=/api/*/events, false",
        "match=*/events, false",
        "method=get, true",
        "method=POST, false",
        "side=atlas, true",
        "side=cm, false",
        "match=/orgs method=GET side=atlas, true",
        "match=/orgs method=PUT side=atlas, false",
    })
    void which_requests_are_meant_is_said_by_path_verb_and_side(String which, boolean meant) {
        Request request = new Request("GET", "/api/atlas/v2/orgs/65aa/events?pageNum=3", Map.of(), new byte[0]);
        assertEquals(meant, Fault.parse("reset " + which).concerns(request, "atlas"));
    }

    @Test
    void the_first_rule_that_applies_takes_the_request() {
        Faults faults = new Faults(List.of(Fault.parse("503 first=2"), Fault.parse("reset first=1")));
        assertEquals("503 first=2", next(faults));
        assertEquals("503 first=2", next(faults));
        assertEquals("reset first=1", next(faults));
        assertEquals("", next(faults));
        assertEquals(2, faults.applied("503 first=2"));
        assertEquals(1, faults.applied("reset first=1"));
        assertEquals(0, faults.applied("empty"));
    }

    @Test
    void rules_come_and_go() {
        Faults faults = new Faults(List.of());
        faults.add("503 first=1");
        assertEquals("503 first=1", next(faults));
        assertEquals("", next(faults));
        faults.add("503 first=1");
        assertEquals("503 first=1", next(faults));
        faults.add("empty");
        faults.remove("empty");
        assertEquals("", next(faults));
        faults.add("empty");
        faults.clear();
        assertEquals("", next(faults));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  503   first=2 ", "503 first=2"})
    void blanks_around_words_do_not_count(String rule) {
        assertEquals("xx.", struck(rule, 3));
    }

    private static String struck(String rule, int requests) {
        Faults faults = new Faults(List.of(Fault.parse(rule)));
        return IntStream.range(0, requests)
                .mapToObj(i -> next(faults).isEmpty() ? "." : "x")
                .collect(Collectors.joining());
    }

    private static String next(Faults faults) {
        return faults.strike(new Request("GET", "/api/atlas/v2/orgs", Map.of(), new byte[0]), "atlas")
                .map(Fault::toString)
                .orElse("");
    }
}

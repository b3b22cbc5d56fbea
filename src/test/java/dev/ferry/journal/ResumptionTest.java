package dev.ferry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Listing;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Finding;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Secret;
import dev.ferry.profile.Folders;
import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that goes on does again, and what it does not. */
class ResumptionTest {
    private static final String PROJECT = "65f0c0ffee0000000000abcd";
    private static final Traces TRACES = new Traces(Catalogs.SHIPPED);

    @TempDir
    private Path home;

    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Judge judge = what -> {
        asked.add(what);
        throw new RefusedException(what);
    };

    private Runs runs() {
        return new Runs(
                new Folders(home.resolve("config"), home.resolve("state"), home.resolve("cache")), Clock.systemUTC());
    }

    private Run begin() {
        return runs().begin(RunStart.of("acme", Origin.expression("x", List.of())));
    }

    private static Change change(String path, @Nullable Object body) {
        return new Change(
                ApiSide.TARGET,
                URI.create("http://127.0.0.1:1"),
                "abcdefgh",
                "POST",
                "/api/atlas/v2" + path,
                Catalogs.SHIPPED.match("POST", "/api/atlas/v2" + path).map(match -> match.operation()),
                Map.of(),
                body,
                Risk.CHANGES);
    }

    private static Change cluster(String name) {
        return change("/groups/" + PROJECT + "/clusters", Map.of("name", name, "size", 10));
    }

    private static Outcome done(@Nullable Object answer) {
        return new Outcome(Outcome.Kind.DONE, 201, null, answer, "");
    }

    private static Outcome refused() {
        return new Outcome(Outcome.Kind.REFUSED, 409, null, null, "there is one");
    }

    /** What a second process of the run does with it. */
    private interface Second {
        void with(Resumption resumption, Run run);
    }

    private void resumed(Second second) {
        RunFile file = runs().find("last");
        try (Run run = runs().reopen(file, RunStart.of("acme", Origin.expression("x", List.of())))) {
            second.with(new Resumption(file.journal(), run, TRACES, what -> judge.decide(what), said::add), run);
        }
    }

    private static StepName inner(Object key) {
        return new StepName("inner", key.toString(), false);
    }

    private static Optional<Object> answer(ChangeLog.Intent intent) {
        return intent.recorded().orElseThrow().answer();
    }

    @Test
    void a_change_that_is_done_is_not_sent_again_and_answers_as_it_did() {
        try (Run run = begin()) {
            run.intend(cluster("orders")).ended(done(Map.of("id", "a1")));
            run.intend(cluster("orders")).ended(done(Map.of("id", "a2")));
        }

        resumed((resumption, run) -> {
            assertEquals(
                    Map.of("id", "a1"),
                    answer(resumption.intend(cluster("orders"))).orElseThrow());
            assertEquals(
                    Map.of("id", "a2"),
                    answer(resumption.intend(cluster("orders"))).orElseThrow());
            assertTrue(resumption.intend(cluster("orders")).recorded().isEmpty(), "there were two");
        });
    }

    @Test
    void the_order_of_fields_and_the_spelling_of_numbers_do_not_make_another_body() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("size", 10.0);
        one.put("name", "orders");
        try (Run run = begin()) {
            run.intend(cluster("orders")).ended(done(null));
        }

        resumed((resumption, run) -> assertEquals(
                Optional.empty(), answer(resumption.intend(change("/groups/" + PROJECT + "/clusters", one)))));
    }

    @Test
    void a_change_that_was_refused_is_sent_again() {
        try (Run run = begin()) {
            run.intend(cluster("orders")).ended(refused());
        }

        resumed((resumption, run) ->
                assertTrue(resumption.intend(cluster("orders")).recorded().isEmpty()));
    }

    @Test
    void the_same_place_with_another_body_is_asked_about_and_never_sent_silently() {
        try (Run run = begin()) {
            run.intend(cluster("orders-1")).ended(done(Map.of("id", "a1")));
        }

        resumed((resumption, run) ->
                assertThrows(RefusedException.class, () -> resumption.intend(cluster("orders-2"))));
        assertTrue(asked.get(0).contains("\"orders-1\"") && asked.get(0).contains("\"orders-2\""), asked.get(0));

        judge = what -> new Judge.Answer(Judge.Decision.STOP);
        resumed((resumption, run) ->
                assertThrows(CallRefusedException.class, () -> resumption.intend(cluster("orders-2"))));
        judge = what -> new Judge.Answer(Judge.Decision.TAKE_AS_DONE);
        resumed((resumption, run) -> assertEquals(
                Map.of("id", "a1"),
                answer(resumption.intend(cluster("orders-2"))).orElseThrow()));
        judge = what -> new Judge.Answer(Judge.Decision.SEND);
        resumed((resumption, run) ->
                assertTrue(resumption.intend(cluster("orders-2")).recorded().isEmpty()));
    }

    @Test
    void a_retry_that_was_done_in_the_end_is_not_made_a_second_time() {
        try (Run run = begin()) {
            run.intend(cluster("orders")).ended(refused());
            run.intend(cluster("orders")).ended(done(Map.of("id", "a1")));
        }

        resumed((resumption, run) -> {
            assertEquals(
                    Map.of("id", "a1"),
                    answer(resumption.intend(cluster("orders"))).orElseThrow());
            assertThrows(RefusedException.class, () -> resumption.intend(cluster("orders")));
        });
    }

    @Test
    void a_finished_step_gives_its_value_and_what_it_changed_is_not_looked_for() {
        LiveMigration migration = new LiveMigration(PROJECT, "NEW", false, null, List.of("host"), Map.of("x", 1.5));
        List<Object> values = List.of(
                "text",
                1,
                2L,
                new BigDecimal("1.50"),
                0.5,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Duration.ofMinutes(3),
                Map.of("$kind", "mine", "of", List.of(true)),
                Set.of("a"),
                migration);
        try (Run run = begin()) {
            Steps steps = Steps.of(run, said::add, Thread.currentThread());
            try (Steps.Step outer = steps.begin(StepName.of("outer"), false)) {
                for (Object each : values) {
                    try (Steps.Step step = steps.begin(inner(each), false)) {
                        steps.intend(cluster("orders"), run).ended(done(null));
                        step.done(each);
                    }
                }
                // The process ends here.
            }
        }
        assertEquals(List.of(), said);

        resumed((resumption, run) -> {
            Steps steps = resumption.steps();
            try (Steps.Step outer = steps.begin(StepName.of("outer"), false)) {
                assertTrue(outer.earlier().isEmpty());
                for (Object each : values) {
                    try (Steps.Step step = steps.begin(inner(each), false)) {
                        Object value = step.earlier().orElseThrow().value();
                        assertEquals(each, value);
                    }
                }
                assertTrue(resumption.intend(cluster("orders")).recorded().isEmpty(), "a change of its own");
                outer.done(null);
            }
        });
        // Places hold when a run is resumed twice.
        resumed((resumption, run) -> {
            try (Steps.Step outer = resumption.steps().begin(StepName.of("outer"), false)) {
                assertEquals(null, outer.earlier().orElseThrow().value());
            }
        });
    }

    @Test
    void a_value_that_cannot_come_back_is_named_and_its_step_runs_again_with_its_changes_as_they_were() {
        Map<String, Object> cannot = new LinkedHashMap<>();
        cannot.put("holds a secret", Map.of("token", Secret.of("s3cr3t-s3cr3t-s3cr3t")));
        cannot.put("lives only in its run", new Object());
        cannot.put("whose keys are no texts", Map.of(1, 2));
        cannot.put("more than 2000 elements", Listing.of(Collections.nCopies(3000, 1)));
        try (Run run = begin()) {
            Steps steps = Steps.of(run, said::add, Thread.currentThread());
            cannot.forEach((why, value) -> {
                try (Steps.Step step = steps.begin(StepName.of("link"), false)) {
                    steps.intend(cluster("orders"), run).ended(done(Map.of("id", "a1")));
                    step.done(value);
                }
                String last = said.get(said.size() - 1);
                assertTrue(last.contains("'link'") && last.contains(why), last);
            });
        }

        resumed((resumption, run) -> {
            for (int i = 0; i < cannot.size(); i++) {
                try (Steps.Step step = resumption.steps().begin(StepName.of("link"), false)) {
                    assertTrue(step.earlier().isEmpty());
                    assertEquals(
                            Map.of("id", "a1"),
                            answer(resumption.intend(cluster("orders"))).orElseThrow());
                }
            }
        });
    }

    @Test
    void a_secret_that_was_used_stays_lost_and_one_that_was_not_is_asked_for_again_where_that_does_no_harm() {
        Change token = change("/orgs/" + PROJECT + "/liveMigrations/linkTokens", Map.of("accessListIps", List.of()));
        Change link = change("/groups/" + PROJECT + "/links", Map.of("linkToken", Secret.of("tok-3n-tok-3n-tok-3n")));
        try (Run run = begin()) {
            run.intend(token).ended(done(Map.of("linkToken", Secret.of("tok-3n-tok-3n-tok-3n"))));
        }
        resumed((resumption, run) -> {
            assertTrue(resumption.intend(token).recorded().isEmpty());
            assertTrue(said.get(0).contains("shown only once"), said.toString());
            run.intend(link).ended(done(null));
        });
        resumed((resumption, run) -> {
            assertEquals(
                    Secret.MASK,
                    ((Map<?, ?>) answer(resumption.intend(token)).orElseThrow())
                            .values()
                            .iterator()
                            .next()
                            .toString());
            Change lost = change("/groups/" + PROJECT + "/links", Map.of("linkToken", Secret.of(Secret.MASK)));
            assertEquals(Optional.empty(), answer(resumption.intend(lost)));
            CallRefusedException refused =
                    assertThrows(CallRefusedException.class, () -> resumption.intend(change("/orgs", lost.body())));
            assertTrue(refused.getMessage().contains("is lost"), refused.getMessage());
        });
    }

    @Test
    void what_was_open_is_settled_by_what_the_service_shows_and_asked_about_where_it_cannot_be_known() {
        for (Finding.Kind kind : Finding.Kind.values()) {
            try (Run run = begin()) {
                // The process ends before the answer.
                var unused = run.intend(cluster(kind.name()));
            }
            RunFile file = runs().find("last");
            Finding finding =
                    new Finding(kind, "it shows", Map.of("id", "a1"), "words", Optional.of("atlas.get('/x')"));
            try (Run run = runs().reopen(file, RunStart.of("acme", Origin.shell()))) {
                Reconciliation reconciliation = new Reconciliation(
                        (intent, change) -> finding, intent -> Optional.empty(), what -> judge.decide(what), said::add);
                if (kind == Finding.Kind.UNKNOWN) {
                    assertThrows(RefusedException.class, () -> reconciliation.settle(file.journal(), run));
                    assertTrue(asked.get(0).contains("atlas.get('/x')"), asked.get(0));
                    judge = what -> new Judge.Answer(Judge.Decision.TAKE_AS_DONE);
                }
                reconciliation.settle(file.journal(), run);
                assertEquals(List.of(), Reconciliation.open(file.journal()));
            }
            boolean sent = kind == Finding.Kind.NOT_DONE || kind == Finding.Kind.HARMLESS;
            resumed((resumption, run) -> assertEquals(
                    sent, resumption.intend(cluster(kind.name())).recorded().isEmpty(), kind.name()));
            // Runs are found by their second.
            deleted(file);
        }
    }

    private static void deleted(RunFile file) {
        for (File each : file.folder().toFile().listFiles()) {
            assertTrue(each.delete());
        }
        assertTrue(file.folder().toFile().delete());
        assertFalse(file.isGoingOn());
    }
}

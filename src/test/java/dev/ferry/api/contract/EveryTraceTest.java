package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.catalog.Trace;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.Before;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.api.json.JsonFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation that has a trace, by its row of the table or by one of the two general rules, against a service that answers 500 to it. A
 * change counts as done only where this call can be shown to have made it.
 */
final class EveryTraceTest {
    private static final String ID = "65f0000000000000000000a1";
    private static final Instant NOW = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final List<Map<String, Object>> ENTRIES = List.of(Map.of("ipAddress", "203.0.113.10"));

    private final WireServer server = WireServer.start();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Before.Sign> kept = new ArrayList<>();
    private final ApiClient client = new ApiClient(
            server.connection(WireServer.KEY),
            ApiClient.Settings.defaults()
                    .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .withRandom(() -> 0)
                    .withSleeper(pause -> {})
                    .withNotices(notice -> {
                        if (!notice.contains(" is deprecated")) {
                            notices.add(notice);
                        }
                    })
                    .withChangeLog(change -> {
                        kept.add(change.before().sign());
                        return outcomes::add;
                    }));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** A change, and what a read shows when its sign is there and when it is not. */
    private record Case(Operation operation, Trace trace) {
        static @Nullable Case of(Operation operation) {
            return new Traces(Catalogs.SHIPPED)
                    .of(operation)
                    .map(trace -> new Case(operation, trace))
                    .orElse(null);
        }

        String path() {
            String path = operation.path();
            for (String name : operation.pathParameters()) {
                path = path.replace("{" + name + "}", name.endsWith("Id") ? ID : "some-" + name);
            }
            return path;
        }

        boolean proves() {
            return trace.proves();
        }

        boolean isDated() {
            return proves() && trace.isDated();
        }

        /** What is sent: every field that the trace looks at. */
        @Nullable
        Object body() {
            if (!operation.takesBody()) {
                return null;
            }
            if (trace.kind() == Trace.Kind.LISTS_ALL) {
                return ENTRIES;
            }
            Map<String, Object> body = new LinkedHashMap<>(Map.of("comment", "as asked"));
            Pattern.compile("\\{body\\.([^}]+)}")
                    .matcher(trace.read())
                    .results()
                    .forEach(hole -> body.put(hole.group(1), "asked " + hole.group(1)));
            conditions().forEach(condition -> {
                if (condition.value().startsWith(Trace.Condition.FROM_BODY)) {
                    String field = condition.value().substring(Trace.Condition.FROM_BODY.length());
                    body.put(field, "asked " + field);
                }
            });
            return body;
        }

        private List<Trace.Condition> conditions() {
            return trace.signs().isEmpty() ? List.of() : trace.signs().get(0);
        }

        /** A document that fulfils the sign, made at that time. */
        private Map<String, Object> sign(Instant made) {
            Map<String, Object> document = new LinkedHashMap<>(Map.of("id", ID));
            for (Trace.Condition condition : conditions()) {
                if (condition.equals(Trace.Condition.BODY)) {
                    ((Map<?, ?>) Objects.requireNonNull(body()))
                            .forEach((field, value) -> document.put(String.valueOf(field), value));
                } else if (condition.value().equals(Trace.Condition.SENT)) {
                    document.put(condition.field(), made.toString());
                } else if (condition.value().startsWith(Trace.Condition.FROM_BODY)) {
                    document.put(
                            condition.field(),
                            "asked " + condition.value().substring(Trace.Condition.FROM_BODY.length()));
                } else {
                    document.put(condition.field(), condition.value());
                }
            }
            return document;
        }

        MockResponse shown(Instant made) {
            return switch (trace.kind()) {
                case SHOWS -> json(200, sign(made));
                case GONE -> trace.signs().isEmpty() ? none() : json(200, sign(made));
                case LISTS, ONLY_HINTS, CANNOT_TELL -> json(200, list(List.of(sign(made))));
                case LISTS_ALL -> json(200, list(ENTRIES));
            };
        }

        MockResponse notShown() {
            return switch (trace.kind()) {
                case SHOWS -> none();
                case GONE -> json(200, Map.of("id", ID, "status", "SYNCED"));
                case LISTS, LISTS_ALL, ONLY_HINTS, CANNOT_TELL -> json(200, list(List.of()));
            };
        }

        private static Map<String, Object> list(List<?> elements) {
            return Map.of("results", elements, "totalCount", elements.size());
        }

        private static MockResponse none() {
            return json(404, Map.of("error", 404, "errorCode", "RESOURCE_NOT_FOUND"));
        }

        @Override
        public String toString() {
            return operation.id() + " " + trace.kind();
        }
    }

    private static MockResponse json(int status, Object value) {
        return WireServer.json(status, new JsonFormat().write(value).utf8());
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Stream.concat(Catalog.atlas().operations().stream(), Catalog.cloudManager().operations().stream())
                .filter(operation ->
                        Risks.of(operation.method(), operation.path()).changes())
                .forEach(operation -> {
                    Case one = Case.of(operation);
                    if (one != null) {
                        cases.add(one);
                    }
                });
        assertTrue(cases.size() > 150, cases.size() + " cases");
        return cases;
    }

    /** Answers every change with 500, and reads by what there is before and after the first of them. */
    private void service(MockResponse before, MockResponse after) {
        boolean[] changed = new boolean[1];
        server.answerAll((RecordedRequest request) -> {
            requests.add(String.valueOf(request.getMethod()));
            if ("GET".equals(request.getMethod())) {
                return changed[0] ? after : before;
            }
            changed[0] = true;
            return WireServer.json(500, "{\"error\":500,\"errorCode\":\"UNEXPECTED_ERROR\"}");
        });
    }

    private void call(Case one) {
        client.call(one.operation().method(), one.path(), Map.of(), one.body());
    }

    private void isUnknown(Case one) {
        OutcomeUnknownException unknown = assertThrows(OutcomeUnknownException.class, () -> call(one));
        assertEquals(List.of(), notices);
        assertEquals(1, outcomes.size());
        assertEquals(Outcome.Kind.UNKNOWN, outcomes.get(0).kind());
        String message = String.valueOf(unknown.getMessage());
        boolean harmless = one.trace().repeatable();
        assertEquals(!harmless, message.contains("do not simply run it again"), message);
        assertEquals(harmless, message.contains("running it again does no harm"), message);
        assertEquals(1, requests.stream().filter(verb -> !verb.equals("GET")).count());
    }

    private void isDone(Case one) {
        call(one);
        assertEquals(1, notices.size(), notices.toString());
        assertEquals(Outcome.Kind.DONE, outcomes.get(0).kind());
        assertEquals(1, requests.stream().filter(verb -> !verb.equals("GET")).count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_was_there_already_is_never_called_done_when_the_service_fails(Case one) {
        service(one.shown(LONG_AGO), one.shown(LONG_AGO));
        isUnknown(one);
        assertEquals(one.proves(), requests.get(0).equals("GET"), "a look before: " + requests);
        Before.Sign seen = one.isDated() ? Before.Sign.ABSENT : Before.Sign.PRESENT;
        assertEquals(List.of(one.proves() ? seen : Before.Sign.UNKNOWN), kept);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_was_made_a_moment_ago_is_never_called_done_when_the_service_fails(Case one) {
        service(one.shown(NOW.minusSeconds(1)), one.shown(NOW.minusSeconds(1)));
        isUnknown(one);
        assertEquals(List.of(one.proves() ? Before.Sign.PRESENT : Before.Sign.UNKNOWN), kept);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_was_not_there_and_is_there_afterwards_is_found_where_a_read_can_prove_it(Case one) {
        service(one.notShown(), one.shown(NOW));
        if (one.proves()) {
            isDone(one);
        } else {
            isUnknown(one);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_look_that_fails_does_not_stop_the_change_and_leaves_only_dates_as_proof(Case one) {
        service(WireServer.json(403, "{\"error\":403,\"errorCode\":\"ACCESS_FORBIDDEN\"}"), one.shown(NOW));
        if (one.isDated()) {
            isDone(one);
        } else {
            isUnknown(one);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_of_an_earlier_process_is_judged_by_what_was_kept_of_the_state_before_it(Case one) {
        service(one.shown(NOW), one.shown(NOW));
        for (Before.Sign before : Before.Sign.values()) {
            Finding finding =
                    client.find(new EarlierChange(one.operation().method(), one.path(), one.body(), NOW, before));
            boolean proven =
                    one.proves() && (before == Before.Sign.ABSENT || (before == Before.Sign.UNKNOWN && one.isDated()));
            assertEquals(proven, finding.kind() == Finding.Kind.DONE, before + ": " + finding);
            if (!proven && one.proves()) {
                assertEquals(Finding.Kind.UNKNOWN, finding.kind());
            }
        }
        assertTrue(requests.stream().allMatch("GET"::equals), requests.toString());
    }
}

package dev.ferry.sandbox;

import dev.ferry.api.Sleeper;
import dev.ferry.sandbox.Delivery.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A fault that happens to one request. */
record Mishap(Fault fault) {
    private static final Duration STANDARD_DRIP = Duration.ofMillis(100);
    private static final int DATE_AHEAD_SECONDS = 5;

    /**
     * What becomes of the request.
     *
     * @param oauth whether it is for a token, where errors have another shape
     * @param answer carries the request out; not called by a fault that keeps it from the service
     */
    Response answer(boolean oauth, Supplier<Response> answer) {
        try {
            Sleeper.REAL.sleep(fault.value(FaultWord.LATENCY, Duration.ZERO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing(Manner.NEVER);
        }
        FaultWord what = fault.what().orElse(null);
        if (what == null) {
            return answer.get();
        }
        return switch (what) {
            case STATUS -> refusal(fault.value(what, 0), oauth);
            case RESET -> nothing(Manner.RESET);
            case HTML -> page(Integer.parseInt(fault.value(what, "502")));
            default -> spoilt(what, answer.get());
        };
    }

    private Response spoilt(FaultWord what, Response answer) {
        return switch (what) {
            case DROP_ANSWER -> nothing(Manner.NEVER);
            case RESET_MID -> answer.withDelivery(Delivery.of(Manner.RESET_IN_BODY));
            case TRUNCATE ->
                switch (fault.value(what, "length")) {
                    case "json" -> answer.withBody(half(answer.body()));
                    case "chunked" -> answer.withDelivery(Delivery.of(Manner.CUT_IN_CHUNKS));
                    default -> answer.withDelivery(Delivery.of(Manner.CUT));
                };
            case WRONG_TYPE -> answer.withHeader("Content-Type", fault.value(what, "text/plain"));
            case EMPTY -> answer.withoutBody();
            case GARBAGE -> answer.withDelivery(Delivery.of(Manner.NOT_HTTP));
            case SLOW_DRIP -> answer.withDelivery(new Delivery(Manner.DRIPPING, fault.value(what, STANDARD_DRIP)));
            default -> throw new IllegalStateException(what.spelling());
        };
    }

    private static Response nothing(Manner manner) {
        return Response.empty(0, Map.of()).withDelivery(Delivery.of(manner));
    }

    private static Response page(int status) {
        String title = status == 200 ? "Sign in to the network" : status + " " + Refusal.reason(status);
        return Response.of(
                status,
                Map.of("Via", "1.1 proxy.example"),
                "text/html; charset=utf-8",
                Content.of(("<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title
                                + "</h1><p>proxy.example</p></body></html>\n")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private Response refusal(int status, boolean oauth) {
        Map<String, Object> body = new LinkedHashMap<>();
        String detail = "The sandbox was told to answer " + status + ": " + fault + ".";
        if (oauth) {
            body.put("error", status == 429 ? "rate_limited" : "server_error");
            body.put("error_description", detail);
        } else {
            body.put("error", (long) status);
            body.put("errorCode", code(status));
            body.put("detail", detail);
            body.put("reason", Refusal.reason(status));
            body.put("parameters", List.of());
        }
        Response refusal = Response.json(status, Map.of(), "application/json", Json.write(body, false));
        String later = fault.value(FaultWord.RETRY_AFTER, "");
        return later.isEmpty() ? refusal : refusal.withHeader("Retry-After", later.equals("date") ? soon() : later);
    }

    private static String code(int status) {
        return switch (status) {
            case 429 -> "RATE_LIMITED";
            case 503 -> "SERVICE_UNAVAILABLE";
            default -> "UNEXPECTED_ERROR";
        };
    }

    /** By the real clock: whoever is told compares it with a clock of their own. */
    private static String soon() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(DATE_AHEAD_SECONDS));
    }

    private static Content half(Content content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            content.writeTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = all.toByteArray();
        return Content.of(Arrays.copyOf(bytes, bytes.length / 2));
    }
}

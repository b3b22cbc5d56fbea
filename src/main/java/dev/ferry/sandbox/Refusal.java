package dev.ferry.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is answered with an error document. */
final class Refusal extends RuntimeException {
    private final ErrorCode code;
    private final List<Object> parameters;

    Refusal(ErrorCode code, Object... parameters) {
        super(code.detail(parameters), null, false, false);
        this.code = code;
        this.parameters = List.of(parameters);
    }

    ErrorCode code() {
        return code;
    }

    /** The error document; {@code badRequestDetail} names the field where one is to blame, as v2 does. */
    Map<String, Object> document(boolean namesFields) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("error", (long) code.status());
        document.put("errorCode", code.name());
        document.put("detail", getMessage());
        document.put("reason", reason(code.status()));
        document.put("parameters", new ArrayList<>(parameters));
        if (namesFields && code.name().contains("ATTRIBUTE") && !parameters.isEmpty()) {
            Object field = parameters.get(0);
            document.put(
                    "badRequestDetail",
                    Map.of("fields", List.of(Map.of("field", field, "description", String.valueOf(getMessage())))));
        }
        return document;
    }

    static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> status < 500 ? "Client Error" : "Internal Server Error";
        };
    }
}

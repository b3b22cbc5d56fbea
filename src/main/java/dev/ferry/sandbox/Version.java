package dev.ferry.sandbox;

import dev.ferry.api.catalog.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an operation that answers a request: the newest one that is not after the date asked for.
 *
 * @param date the resolved one, which the answer's media type names
 * @param format {@code json}, {@code gzip} or {@code csv}
 * @see <a href="https://www.mongodb.com/docs/atlas/api/versioned-api-overview/">Versioned Atlas Administration API</a>
 */
record Version(String date, String format, Operation operation) {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2}|preview)\\+(json|gzip|csv)");
    private static final String JSON = "json";
    /** Versions other than the newest are given notice; the service names the day it was given. */
    private static final String DEPRECATED_ON = "2025-07-01";

    /**
     * Reads date and format from {@code Accept}.
     *
     * @param today the day on which the request is answered
     * @throws Refusal 406 without a version, with one older than the operation, or for a format it does not come in; 410
     *     for a version whose time is over
     */
    static Version resolve(Request request, Operation operation, LocalDate today) {
        String accept = request.header("accept").orElse("");
        Matcher asked = MEDIA_TYPE.matcher(accept);
        if (!asked.find() || !isDate(asked.group(1))) {
            throw new Refusal(ErrorCode.INVALID_VERSION_DATE, accept);
        }
        String format = asked.group(2);
        String date = operation
                .versionFor(asked.group(1))
                .filter(version -> comesIn(version, format, operation))
                .orElseThrow(() -> new Refusal(ErrorCode.INVALID_VERSION_DATE, accept));
        String sunset = operation.sunset().get(date);
        if (sunset != null && !LocalDate.parse(sunset).isAfter(today)) {
            throw new Refusal(ErrorCode.VERSION_GONE, date, sunset);
        }
        return new Version(date, format, operation);
    }

    private static boolean comesIn(String version, String format, Operation operation) {
        return operation.answers().containsKey(format.equals(JSON) ? version : version + "+" + format);
    }

    boolean isJson() {
        return format.equals(JSON);
    }

    String contentType() {
        return "application/vnd.atlas." + date + "+" + format;
    }

    /** {@code Deprecation} and {@code Sunset} of a version that is on its way out. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String sunset = operation.sunset().get(date);
        if (sunset != null) {
            headers.put("Deprecation", httpDate(DEPRECATED_ON));
            headers.put("Sunset", httpDate(sunset));
        }
        return headers;
    }

    private static boolean isDate(String text) {
        return text.equals("preview") || text.compareTo("2023-01-01") >= 0;
    }

    private static String httpDate(String day) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC));
    }
}

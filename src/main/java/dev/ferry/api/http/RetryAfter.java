package dev.ferry.api.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How long a service asks to wait, in either form of the header: seconds, or a date. A date is counted from the answer's
 * own {@code Date}, so that it does not matter what time it is here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /**
     * The time to wait from now on, zero when it is over; null when the header is absent or says nothing that we
     * understand.
     *
     * @param now for an answer without {@code Date}
     */
    public static @Nullable Duration in(Headers headers, Instant now) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        if (SECONDS.matcher(value.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        Date until = headers.getDate("Retry-After");
        if (until == null) {
            return null;
        }
        Date answered = headers.getDate("Date");
        Duration wait = Duration.between(answered == null ? now : answered.toInstant(), until.toInstant());
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}

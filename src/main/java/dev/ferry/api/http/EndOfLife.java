package dev.ferry.api.http;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.output.Redactor;
import dev.ferry.profile.SettingsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Says, once for each operation and version, that it is on its way out: because the answer says so, or because the table does.
 * A method of a service at its own version is current as far as the table knows, so the table is not asked about it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594, the Sunset header</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745, the Deprecation header</a>
 */
final class EndOfLife {
    private final Catalogs catalogs;
    private final Consumer<String> notices;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    EndOfLife(Catalogs catalogs, Consumer<String> notices) {
        this.catalogs = catalogs;
        this.notices = notices;
    }

    /** Looks at a request as it was sent, and its answer. */
    void look(Request request, Answer answer) {
        String deprecation = answer.headers().get("Deprecation");
        LocalDate sunset = date(answer.headers().get("Sunset"));
        boolean told = deprecation != null || sunset != null;
        String date = Versions.sent(request).orElse(null);
        if (!told && (date == null || isWrittenFor(request, date))) {
            return;
        }
        Operation operation = operation(request).orElse(null);
        String version = operation == null || date == null
                ? date
                : operation.versionFor(date).orElse(date);
        LocalDate end = sunset != null ? sunset : date(operation, version);
        if (!told && end == null && (operation == null || !operation.deprecated())) {
            return;
        }
        String name = operation == null ? Redactor.redact(Answer.line(request)) : operation.id();
        if (said.add(name + " " + version)) {
            notices.accept(name
                    + (version == null || (operation != null && operation.deprecated()) ? "" : " in version " + version)
                    + " is deprecated"
                    + (date(deprecation) == null ? "" : " since " + date(deprecation))
                    + (end == null ? "" : " and ends on " + end)
                    + newest(operation, version) + ".");
        }
    }

    private static String newest(@Nullable Operation operation, @Nullable String version) {
        return operation == null
                ? ""
                : operation
                        .newest()
                        .filter(newest -> !newest.equals(version))
                        .map(newest -> "; its newest version is " + newest)
                        .orElse("");
    }

    private static boolean isWrittenFor(Request request, String date) {
        Invocation invocation = request.tag(Invocation.class);
        ApiVersion written = invocation == null ? null : invocation.method().getAnnotation(ApiVersion.class);
        return written != null && written.value().equals(date);
    }

    private Optional<Operation> operation(Request request) {
        Asked asked = request.tag(Asked.class);
        if (asked != null && asked.operation() != null) {
            return Optional.of(asked.operation());
        }
        try {
            return catalogs.match(request.method(), request.url().encodedPath()).map(found -> found.operation());
        } catch (SettingsException e) {
            // The answer is there and may be of a change; a table that cannot be read must not make it look failed.
            String problem = String.valueOf(e.getMessage());
            if (said.add(problem)) {
                notices.accept(problem);
            }
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate date(@Nullable Operation operation, @Nullable String version) {
        String end =
                operation == null || version == null ? null : operation.sunset().get(version);
        return end == null ? null : LocalDate.parse(end);
    }

    /** An HTTP date, or {@code @} and seconds; null for anything else, such as {@code true}. */
    private static @Nullable LocalDate date(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Instant time = header.startsWith("@")
                    ? Instant.ofEpochSecond(Long.parseLong(header.substring(1).strip()))
                    : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip()));
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}

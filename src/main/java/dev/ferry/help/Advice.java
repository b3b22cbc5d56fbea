package dev.ferry.help;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Roles;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.Hints;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.profile.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do about an error of the service: the next step, the role that the call needs, the topic that tells more. A change
 * whose outcome is unknown says itself what to do: what is right after a failed read would be wrong there.
 *
 * @param asking where the advice is read
 * @param held the roles that the credentials of a side are known to hold, as constants; empty where nobody has asked. It asks nobody
 */
public record Advice(Catalogs catalogs, Asking asking, Function<ApiSide, List<String>> held) {
    private static final int UNAUTHORIZED = 401;
    private static final String FORBIDDEN = "ACCESS_FORBIDDEN";
    private static final String SUPPORT = "contact the support of the service";

    /** A sentence a line; nothing where no service has answered, or with an error of which nothing is known. */
    public List<String> on(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof OutcomeUnknownException) {
                return List.of();
            }
            if (each instanceof ErrorAnswerException answer) {
                return on(answer);
            }
        }
        return List.of();
    }

    private List<String> on(ErrorAnswerException error) {
        List<String> lines = new ArrayList<>();
        @Nullable String hint = error.hint();
        if (hint != null && !String.valueOf(error.getMessage()).contains(hint)) {
            lines.add("Try this: " + withRequestId(hint, error.requestId()) + ".");
        }
        @Nullable String code = error.errorCode();
        if (code != null && (error.status() == UNAUTHORIZED || code.equals(FORBIDDEN))) {
            List<String> roles = roles(error.request());
            if (!roles.isEmpty()) {
                lines.add("The call needs the role " + String.join(" or ", roles) + "; " + held(error) + ".");
            }
        }
        if (code != null && Hints.code(code).isPresent()) {
            lines.add("More: " + asking.topic(code));
        } else if (code == null && hint != null) {
            lines.add("More: " + asking.topic(String.valueOf(error.status())));
        }
        return lines;
    }

    /** The support of a service asks for the id; where there is none, nothing is said of it. */
    private static String withRequestId(String hint, @Nullable String id) {
        return id != null && hint.endsWith(SUPPORT) ? hint + " with the request id " + id : hint;
    }

    private String held(ErrorAnswerException error) {
        List<String> known = held.apply(side(String.valueOf(error.request())));
        return known.isEmpty()
                ? "ferry doctor tells which roles these credentials have, ferry check --can-i FILE which calls of a script"
                        + " they may not make"
                : "these credentials have " + String.join(", ", known);
    }

    private static ApiSide side(String path) {
        return path.contains("/api/public/") ? ApiSide.SOURCE : ApiSide.TARGET;
    }

    /** The roles of which a request needs one, as constants where they are known. */
    private List<String> roles(@Nullable String request) {
        int blank = request == null ? -1 : request.indexOf(' ');
        if (request == null || blank < 0) {
            return List.of();
        }
        String path = request.substring(blank + 1);
        return catalog(path)
                .match(request.substring(0, blank), path)
                .map(match ->
                        match.operation().roles().stream().map(Roles::constant).toList())
                .orElse(List.of());
    }

    /** A table of the user's own that cannot be read must not hide the error that there is to tell. */
    private Catalog catalog(String path) {
        try {
            return catalog(catalogs, path);
        } catch (SettingsException e) {
            return catalog(Catalogs.SHIPPED, path);
        }
    }

    private static Catalog catalog(Catalogs tables, String path) {
        return side(path) == ApiSide.SOURCE ? tables.cloudManager() : tables.atlas();
    }
}

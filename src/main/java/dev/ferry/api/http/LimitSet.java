package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;

/**
 * What one rate limit of the service counts together: a set of endpoints, for one project, one organization or the
 * credential itself.
 *
 * @param endpoints the chapter of the documentation, or {@code other calls} for what it does not list
 * @param scope id of the project or organization, empty for the credential
 * @see <a href="https://www.mongodb.com/docs/atlas/api/api-rate-limit/">Rate limits</a>
 */
record LimitSet(String endpoints, String scope) {
    private static final Pattern SCOPE = Pattern.compile("/(?:groups|orgs)/([0-9a-fA-F]{24})(?![0-9a-zA-Z])");
    private static final String UNLISTED = "other calls";

    static LimitSet of(Request request) {
        String path = request.url().encodedPath();
        Matcher scope = SCOPE.matcher(path);
        return new LimitSet(endpoints(request.method(), path), scope.find() ? scope.group(1) : "");
    }

    private static String endpoints(String method, String path) {
        return Catalogs.SHIPPED
                .match(method, path)
                .map(Catalog.Match::operation)
                .map(LimitSet::endpoints)
                .orElse(UNLISTED);
    }

    /** The settings of an organization have a small limit of their own, which must not hold back its other calls. */
    private static String endpoints(Operation operation) {
        return operation.path().endsWith("/orgs/{orgId}/settings") ? "Organization Settings" : operation.tag();
    }
}

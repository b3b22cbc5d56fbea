package dev.ferry.api.failure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The next step for errors that have a usual remedy. */
public final class Hints {
    private static final String ACCESS_LIST =
            "add this machine's address to the access list of the API key or service account, not of the project";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("IP_ADDRESS_NOT_ON_ACCESS_LIST", ACCESS_LIST),
            Map.entry("IP_ADDRESS_NOT_ON_WHITELIST", ACCESS_LIST),
            Map.entry("ORG_REQUIRES_WHITELIST", ACCESS_LIST),
            Map.entry("RESOURCE_REQUIRES_WHITELIST", ACCESS_LIST),
            Map.entry("NOT_ORG_OWNER", "use a credential with the role ORG_OWNER in that organization"),
            Map.entry("NOT_ORG_GROUP_CREATOR", "use a credential with ORG_OWNER or ORG_GROUP_CREATOR"),
            Map.entry("USER_UNAUTHORIZED", "use a credential whose role allows this"),
            Map.entry("NOT_IN_GROUP", "invite the credential to that project, or use another profile"),
            Map.entry("USER_CANNOT_ACCESS_ORG", "use a credential of that organization"),
            Map.entry("USER_CANNOT_ACCESS_GROUP", "invite the credential to that project, or use another profile"),
            Map.entry("ATLAS_GROUP", "this project lives in Atlas: ask atlas instead of cm"),
            Map.entry("NOT_ATLAS_GROUP", "this project lives in Cloud Manager: ask cm instead of atlas"),
            Map.entry("EXPECTED_NON_ATLAS_ORG", "this organization lives in Atlas: ask atlas instead of cm"),
            Map.entry("NOT_ATLAS_ORG", "this organization lives in Cloud Manager: ask cm instead of atlas"),
            Map.entry("INVALID_VERSION_DATE", "pin a version date that the service knows, for example 2025-03-12"),
            Map.entry("RATE_LIMITED", "wait a minute and try again"),
            Map.entry("RATE_LIMITED_TOKEN_BUCKET", "wait a minute and try again"),
            Map.entry("VERSION_GONE", "unpin the version, or pin a newer date"),
            Map.entry("invalid_client", "check the client id and secret of the profile"),
            Map.entry("rate_limited", "wait a minute; the service gives out ten tokens a minute"));

    private static final Map<Integer, String> BY_STATUS = Map.of(
            401, "check the keys of the profile, and that they belong to the organization or project asked for",
            406, "pin a version date that the service knows, for example 2025-03-12",
            407, "the proxy wants a login: check HTTPS_PROXY");

    private Hints() {}

    static @Nullable String forError(int status, @Nullable String errorCode) {
        return errorCode != null ? BY_CODE.get(errorCode) : BY_STATUS.get(status);
    }
}

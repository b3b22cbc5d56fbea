package dev.ferry.api.http;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the {@code errorCode} of an answer without consuming it. The services answer 401 for two things: a login that
 * failed, which has no code, and a login that lacks a role, which has one.
 */
final class ErrorCodes {
    private static final Pattern CODE = Pattern.compile("\"errorCode\"\\s*:\\s*\"([A-Z0-9_]+)\"");
    private static final int FAR_ENOUGH = 64 * 1024;

    private ErrorCodes() {}

    static @Nullable String in(Response response) throws IOException {
        Matcher code = CODE.matcher(response.peekBody(FAR_ENOUGH).string());
        return code.find() ? code.group(1) : null;
    }
}

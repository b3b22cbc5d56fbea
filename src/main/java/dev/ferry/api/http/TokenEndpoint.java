package dev.ferry.api.http;

import com.squareup.moshi.Json;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.login.Patience;
import dev.ferry.api.login.Token;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where a service account gets its tokens and gives them back: OAuth 2.0 client credentials (RFC 6749, section 4.4) and
 * revocation (RFC 7009).
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts/generate-oauth2-token/">Generate a token</a>
 */
final class TokenEndpoint {
    static final String PATH = "api/oauth/";

    /** Visible characters of ASCII, as RFC 6750 has them: anything else would break the connection of every call. */
    private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[!-~]+");

    private static final long LIFETIME_IF_UNSAID = 3600;

    private final ServiceAccount account;
    private final HttpUrl base;
    private final AnswerReader reader;
    private final OkHttpClient wire;
    private final ApiClient.Settings settings;

    /**
     * @param base the host
     * @param wire a client that does not log in by itself
     */
    TokenEndpoint(
            ServiceAccount account, HttpUrl base, AnswerReader reader, OkHttpClient wire, ApiClient.Settings settings) {
        this.account = account;
        this.base = base;
        this.reader = reader;
        this.wire = wire;
        this.settings = settings;
    }

    /** What the token endpoint answers. Public for nobody: read by reflection. */
    private record Grant(
            @Json(name = "access_token") @Nullable Secret accessToken,
            @Json(name = "expires_in") @Nullable Long expiresIn) {}

    /** A new token, asked for once: {@link Retries} waits and repeats, as with any other call. */
    Token fetch(Patience patience) throws IOException {
        Instant before = patience.now();
        return token(
                recorded(request("token", new FormBody.Builder().add("grant_type", "client_credentials"))), before);
    }

    /**
     * Makes a token invalid.
     *
     * @throws ApiException when the service does not say that it is
     */
    void revoke(Secret token, Exchange exchange) {
        FormBody.Builder form =
                new FormBody.Builder().add("token", token.reveal()).add("token_type_hint", "access_token");
        Request request = request("revoke", form);
        Instant at = settings.time().clock().instant();
        long begin = System.nanoTime();
        try {
            Answer answer = exchange.send(request, settings.timeouts().call());
            record(at, begin, request, answer, null);
            reader.nothing(answer);
        } catch (UnreachableException | CallTimeoutException e) {
            record(at, begin, request, null, e.getMessage());
            throw e;
        }
    }

    private Request request(String what, FormBody.Builder form) {
        return new Request.Builder()
                .url(base.newBuilder().addPathSegments(PATH + what).build())
                .header(
                        "Authorization",
                        Credentials.basic(
                                account.clientId(), account.clientSecret().reveal()))
                .header("Accept", "application/json")
                .header("Cache-Control", "no-cache")
                .post(form.build())
                .build();
    }

    /** On this thread: the calls that wait for a token have all the others. */
    private Answer recorded(Request request) throws IOException {
        Instant at = settings.time().clock().instant();
        long begin = System.nanoTime();
        try (Response response = wire.newCall(request).execute()) {
            Answer answer = Exchange.read(request, response);
            record(at, begin, request, answer, null);
            return answer;
        } catch (IOException e) {
            ApiException failure =
                    Failures.of(e, request, wire, settings.timeouts().call());
            record(at, begin, request, null, failure.getMessage());
            throw new FailedOnTheWay(failure);
        }
    }

    private void record(Instant at, long begin, Request request, @Nullable Answer answer, @Nullable String failure) {
        settings.listeners()
                .calls()
                .accept(new CallRecord(
                        at,
                        request.method(),
                        Answer.line(request).substring(request.method().length() + 1),
                        answer == null ? null : answer.status(),
                        Duration.ofNanos(System.nanoTime() - begin),
                        answer == null ? null : answer.requestId(),
                        failure,
                        1,
                        Duration.ZERO));
    }

    private Token token(Answer answer, Instant before) throws IOException {
        try {
            Grant grant = (Grant) reader.value(answer, Grant.class);
            Secret value = grant.accessToken();
            if (value == null) {
                throw answer.unreadable("the service gave no access token", null);
            }
            if (!FIT_FOR_A_HEADER.matcher(value.reveal()).matches()) {
                throw answer.unreadable("the access token holds characters that no header can carry", null);
            }
            long seconds = grant.expiresIn() == null ? LIFETIME_IF_UNSAID : grant.expiresIn();
            Date there = answer.headers().getDate("Date");
            return Token.living(Duration.ofSeconds(seconds), value, before, there == null ? before : there.toInstant());
        } catch (ApiException e) {
            throw new FailedOnTheWay(e);
        }
    }
}

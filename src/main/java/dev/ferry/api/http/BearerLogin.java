package dev.ferry.api.http;

import com.squareup.moshi.Json;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with a service account: OAuth 2.0 client credentials (RFC 6749, section 4.4). The token is fetched when the
 * first call needs it, renewed before it expires, and once more when the service refuses it.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts-overview/">Service accounts</a>
 */
final class BearerLogin implements Interceptor {
    static final String TOKEN_PATH = "api/oauth/token";

    private static final long LIFETIME_IF_UNSAID = 3600;

    private final ServiceAccount account;
    private final HttpUrl tokenUrl;
    private final TokenPurse purse;
    private final Clock clock;
    private final AnswerReader reader;
    private final Call.Factory wire;

    /**
     * @param base the host
     * @param wire a client that does not log in by itself
     */
    BearerLogin(ServiceAccount account, HttpUrl base, Clock clock, AnswerReader reader, Call.Factory wire) {
        this.account = account;
        this.tokenUrl = base.newBuilder().addPathSegments(TOKEN_PATH).build();
        this.purse = TokenPurse.of(base, account);
        this.clock = clock;
        this.reader = reader;
        this.wire = wire;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Token token = purse.current(clock, this::fetch);
        Response first = chain.proceed(with(token, chain.request()));
        if (!isRefused(first)) {
            return first;
        }
        Token other = purse.insteadOf(token, clock, this::fetch);
        if (other.equals(token)) {
            return first;
        }
        first.close();
        Response second = chain.proceed(with(other, chain.request()));
        if (isRefused(second)) {
            purse.renewalDidNotHelp(clock);
        }
        return second;
    }

    /** Whether the token itself was refused; a missing role is a 401 too, but has an error code. */
    private static boolean isRefused(Response response) throws IOException {
        return response.code() == 401 && ErrorCodes.in(response) == null;
    }

    private static Request with(Token token, Request request) {
        return request.newBuilder()
                .header("Authorization", "Bearer " + token.value().reveal())
                .build();
    }

    /** What the token endpoint answers. Public for nobody: read by reflection. */
    private record Grant(
            @Json(name = "access_token") @Nullable Secret accessToken,
            @Json(name = "expires_in") @Nullable Long expiresIn) {}

    private Token fetch() throws IOException {
        Request request = new Request.Builder()
                .url(tokenUrl)
                .header(
                        "Authorization",
                        Credentials.basic(
                                account.clientId(), account.clientSecret().reveal()))
                .header("Accept", "application/json")
                .header("Cache-Control", "no-cache")
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .build())
                .build();
        try (Response response = wire.newCall(request).execute()) {
            return token(Exchange.read(request, response));
        } catch (ApiException e) {
            throw new FailedOnTheWay(e);
        }
    }

    private Token token(Answer answer) {
        Grant grant = (Grant) reader.value(answer, Grant.class);
        Secret value = grant.accessToken();
        if (value == null) {
            throw answer.unreadable("the service gave no access token", null);
        }
        long seconds = grant.expiresIn() == null ? LIFETIME_IF_UNSAID : grant.expiresIn();
        return Token.living(Duration.ofSeconds(seconds), value, clock.instant());
    }
}

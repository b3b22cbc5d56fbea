package dev.ferry.api.http;

import dev.ferry.api.login.Patience;
import dev.ferry.api.login.Token;
import dev.ferry.api.login.TokenPurse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Challenge;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Logs in with a service account. The token is fetched when the first call needs it, renewed before it expires, and once
 * more when the service refuses it.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts-overview/">Service accounts</a>
 */
final class BearerLogin implements Interceptor {
    private final TokenEndpoint endpoint;
    private final TokenPurse purse;
    private final ApiClient.Settings settings;

    BearerLogin(TokenEndpoint endpoint, TokenPurse purse, ApiClient.Settings settings) {
        this.endpoint = endpoint;
        this.purse = purse;
        this.settings = settings;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Patience patience = patience(settings, chain.call()::isCanceled);
        Token token = purse.current(patience, () -> endpoint.fetch(patience));
        Response first = chain.proceed(with(token, chain.request()));
        if (!isRefused(first)) {
            return first;
        }
        Token other = purse.insteadOf(token, patience, () -> endpoint.fetch(patience));
        if (other.equals(token)) {
            return first;
        }
        first.close();
        Response second = chain.proceed(with(other, chain.request()));
        if (isRefused(second)) {
            purse.renewalDidNotHelp(patience);
        }
        return second;
    }

    static Patience patience(ApiClient.Settings settings, BooleanSupplier givenUp) {
        return new Patience(
                settings.time().clock(),
                settings.time().sleeper(),
                settings.listeners().notices(),
                givenUp);
    }

    /**
     * Whether the token itself was refused: the challenge says so, whatever the body says (RFC 6750, section 3.1), or there
     * is no error code. A missing role is a 401 too, but has one.
     */
    private static boolean isRefused(Response response) throws IOException {
        return response.code() == 401
                && (response.challenges().stream().anyMatch(BearerLogin::isInvalidToken)
                        || ErrorCodes.in(response) == null);
    }

    private static boolean isInvalidToken(Challenge challenge) {
        return challenge.scheme().equalsIgnoreCase("Bearer")
                && "invalid_token".equals(challenge.authParams().get("error"));
    }

    private static Request with(Token token, Request request) {
        return request.newBuilder()
                .header("Authorization", "Bearer " + token.value().reveal())
                .build();
    }
}

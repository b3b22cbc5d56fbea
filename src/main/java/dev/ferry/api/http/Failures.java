package dev.ferry.api.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why no answer came. */
final class Failures {
    private Failures() {}

    static ApiException of(@Nullable Throwable cause, Request request, OkHttpClient client) {
        if (cause instanceof FailedOnTheWay carried) {
            return carried.failure();
        }
        String line = Answer.line(request);
        if (cause instanceof InterruptedIOException late
                && !client.dispatcher().executorService().isShutdown()) {
            return new CallTimeoutException(timeout(late, request, client), line, null, cause);
        }
        return new UnreachableException(unreachable(cause, request, client), line, null, cause);
    }

    private static String timeout(InterruptedIOException cause, Request request, OkHttpClient client) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof SocketTimeoutException && message.contains("connect")) {
            return "no connection to " + place(request.url()) + " within " + seconds(client.connectTimeoutMillis());
        }
        String limit = cause instanceof SocketTimeoutException
                ? seconds(client.readTimeoutMillis())
                : seconds(client.callTimeoutMillis());
        String warning = Guard.mayChange(request) ? "; the service may have received it all the same" : "";
        return "no complete answer within " + limit + warning;
    }

    private static String unreachable(@Nullable Throwable cause, Request request, OkHttpClient client) {
        String place = place(request.url());
        if (client.dispatcher().executorService().isShutdown()) {
            return "given up, because the client has been closed";
        }
        if (cause instanceof UnknownHostException) {
            return "the host " + request.url().host() + " is not known; check the base URL and the network";
        }
        if (cause instanceof ConnectException) {
            return proxyFor(request.url(), client)
                    .map(proxy -> "the proxy " + proxy + " does not answer; check HTTPS_PROXY and the network")
                    .orElse("nothing answers at " + place + "; check the base URL and the network");
        }
        if (cause instanceof SSLException) {
            return "no secure connection to " + place + " (" + distrust(cause)
                    + "); for a certificate authority of your own, name its file as ca_file in the profile, or in"
                    + " FERRY_CA_FILE";
        }
        String warning = Guard.mayChange(request) ? "; the service may have received the call all the same" : "";
        String why = cause instanceof IOException ? String.valueOf(cause.getMessage()) : String.valueOf(cause);
        return "the connection to " + place + " broke (" + why + ")" + warning;
    }

    /** Java names classes of its own where nobody has signed for the certificate; people need a sentence. */
    private static String distrust(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertPathBuilderException) {
                return "nobody we trust has signed its certificate";
            }
        }
        return String.valueOf(cause.getMessage());
    }

    private static Optional<String> proxyFor(HttpUrl url, OkHttpClient client) {
        return client.proxySelector().select(url.uri()).stream()
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> address.getHostString() + ":" + address.getPort())
                .findFirst();
    }

    private static String place(HttpUrl url) {
        return url.host() + ":" + url.port();
    }

    private static String seconds(int millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}

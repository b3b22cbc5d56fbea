package dev.ferry.api.http;

import dev.ferry.api.Timespan;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.network.Proxies;
import dev.ferry.api.network.ProxyRefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why no answer came. */
final class Failures {
    private static final String CONNECT_ANSWER = "Unexpected response code for CONNECT:";

    private Failures() {}

    /**
     * What became of a request.
     *
     * @param limit the longest time the call could take
     */
    static ApiException of(@Nullable Throwable cause, Request request, OkHttpClient client, Duration limit) {
        if (cause instanceof FailedOnTheWay carried) {
            return here(carried.failure());
        }
        String line = Answer.line(request);
        if (client.dispatcher().executorService().isShutdown()) {
            return new UnreachableException("given up, because the client has been closed", true, line, cause);
        }
        if (cause instanceof InterruptedIOException late) {
            return new CallTimeoutException(timeout(late, request, client, limit), line, null, cause);
        }
        return new UnreachableException(unreachable(cause, request, client), isLasting(cause), line, cause);
    }

    /** It was made on a thread of OkHttp; whoever reads a script wants to know the line that called. */
    static <E extends RuntimeException> E here(E failure) {
        Throwable there = new Throwable("where it happened");
        there.setStackTrace(failure.getStackTrace());
        failure.addSuppressed(there);
        failure.setStackTrace(new Throwable().getStackTrace());
        return failure;
    }

    private static String timeout(InterruptedIOException cause, Request request, OkHttpClient client, Duration limit) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof SocketTimeoutException && message.contains("connect")) {
            return "no connection to " + place(request.url()) + " within "
                    + Timespan.text(Duration.ofMillis(client.connectTimeoutMillis()));
        }
        return "no complete answer within "
                + Timespan.text(
                        cause instanceof SocketTimeoutException
                                ? Duration.ofMillis(client.readTimeoutMillis())
                                : limit);
    }

    /** A certificate or a proxy that refuses us will do so again. */
    private static boolean isLasting(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateException
                    || each instanceof CertPathBuilderException
                    || each instanceof SSLPeerUnverifiedException
                    || each instanceof UnknownServiceException
                    || each instanceof ProxyRefusedException
                    || (each instanceof IOException && isNoTunnel(each) && !isTroubleOf(each))) {
                return true;
            }
        }
        return false;
    }

    private static String unreachable(@Nullable Throwable cause, Request request, OkHttpClient client) {
        String place = place(request.url());
        if (cause instanceof ProxyRefusedException refused) {
            return refused.sentence();
        }
        Optional<String> proxy = proxyFor(request.url(), client);
        if (cause instanceof UnknownHostException && proxy.isPresent()) {
            return "the proxy " + proxy.get() + " is not known; check " + proxySource(client) + " and the network";
        }
        if (cause instanceof UnknownHostException) {
            return "the host " + request.url().host() + " is not known; check the base URL and the network";
        }
        if (cause instanceof ConnectException) {
            return proxy.map(it ->
                            "the proxy " + it + " does not answer; check " + proxySource(client) + " and the network")
                    .orElse("nothing answers at " + place + "; check the base URL and the network");
        }
        if (proxy.isPresent() && cause instanceof IOException && isNoTunnel(cause)) {
            return "the proxy " + proxy.get() + " opens no way to " + place + " (" + tunnelAnswer(cause)
                    + "); ask who runs it, or name the host in NO_PROXY if it can be reached directly";
        }
        if (cause instanceof SSLException) {
            return "no secure connection to " + place + " (" + distrust(cause) + ")" + remedy(cause);
        }
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith("unexpected end of stream")) {
            return "the connection to " + place + " was closed before an answer came";
        }
        String why = cause instanceof IOException ? String.valueOf(cause.getMessage()) : String.valueOf(cause);
        return "the connection to " + place + " broke (" + why + ")";
    }

    /** What comes back is no tunnel: a refusal, or a page in clear text where TLS should begin. OkHttp has no types for these. */
    private static boolean isNoTunnel(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith(CONNECT_ANSWER)
                || message.contains("TLS tunnel buffered too many bytes")
                || (cause instanceof SSLException && message.contains("plaintext connection"));
    }

    /** Whether a proxy fails, where it could also say that it does not want to. */
    private static boolean isTroubleOf(Throwable cause) {
        return tunnelAnswer(cause).matches("it answers 5\\d\\d.*");
    }

    private static String tunnelAnswer(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith(CONNECT_ANSWER)
                ? "it answers " + message.substring(CONNECT_ANSWER.length()).strip()
                : "it answers with a page of its own, perhaps to log in at";
    }

    /** Java names classes of its own where nobody has signed for the certificate; people need a sentence. */
    static String distrust(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertPathBuilderException) {
                return "nobody we trust has signed its certificate";
            }
            if (each instanceof CertificateExpiredException) {
                return "a certificate of it has expired";
            }
            if (each instanceof CertificateNotYetValidException) {
                return "a certificate of it is not valid yet, or the clock of this machine is wrong";
            }
            if (each instanceof SSLPeerUnverifiedException) {
                return "its certificate is for other hosts";
            }
        }
        return String.valueOf(cause.getMessage());
    }

    private static String remedy(Throwable cause) {
        return distrust(cause).startsWith("nobody")
                ? "; for a certificate authority of your own, name its file as ca_file in the profile, or in FERRY_CA_FILE"
                : "; 'ferry doctor' shows its certificates";
    }

    private static Optional<String> proxyFor(HttpUrl url, OkHttpClient client) {
        return client.proxySelector().select(url.uri()).stream()
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> address.getHostString() + ":" + address.getPort())
                .findFirst();
    }

    private static String proxySource(OkHttpClient client) {
        return client.proxySelector() instanceof Proxies proxies ? proxies.source() : "the proxy settings of Java";
    }

    private static String place(HttpUrl url) {
        return url.host() + ":" + url.port();
    }
}

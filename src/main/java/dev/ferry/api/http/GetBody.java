package dev.ferry.api.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import okio.Okio;

/**
 * The body of a GET; travels with the request as a tag. One operation documents such a body, and OkHttp sends none, so the
 * JDK's client sends these requests, with all that OkHttp would have given them.
 *
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-searchorginvoicelineitems">
 *     Return All Line Items for One Invoice by Invoice ID</a>
 */
record GetBody(ByteString bytes) {
    /** The last step before the network, after the login. */
    static Interceptor sender(OkHttpClient like) {
        return chain -> {
            GetBody body = chain.request().tag(GetBody.class);
            return body == null ? chain.proceed(chain.request()) : body.send(chain.request(), like);
        };
    }

    private Response send(Request request, OkHttpClient like) throws IOException {
        HttpRequest.Builder with = HttpRequest.newBuilder(request.url().uri())
                .timeout(java.time.Duration.ofMillis(like.callTimeoutMillis()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()));
        request.headers().forEach(header -> with.header(header.getFirst(), header.getSecond()));
        try {
            HttpResponse<java.io.InputStream> answer =
                    client(like).send(with.build(), HttpResponse.BodyHandlers.ofInputStream());
            Headers.Builder headers = new Headers.Builder();
            answer.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
            String type = answer.headers().firstValue("Content-Type").orElse("application/json");
            return new Response.Builder()
                    .request(request)
                    .protocol(Protocol.HTTP_1_1)
                    .code(answer.statusCode())
                    .message("")
                    .headers(headers.build())
                    .body(ResponseBody.create(Okio.buffer(Okio.source(answer.body())), MediaType.parse(type), -1))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpClient client(OkHttpClient like) throws IOException {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            TrustManager trust = Objects.requireNonNull(like.x509TrustManager(), "OkHttp always has one");
            tls.init(null, new TrustManager[] {trust}, null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(like.proxySelector())
                    .sslContext(tls)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }
}

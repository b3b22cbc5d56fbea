package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.profile.Network;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A document that anybody may read, got through our proxies and trust, without credentials and without an account. */
public final class PublicDocument {
    private PublicDocument() {}

    /** Makes something of a document while it arrives. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads what it needs; whoever calls closes the stream. */
        T from(InputStream document) throws IOException;
    }

    /**
     * Gets and reads a document. Redirects are followed, but never from https to http.
     *
     * @param address http or https
     * @param network how the profile reaches others
     * @param settings time-outs, proxies and who is told of calls
     * @throws CallRefusedException when the address cannot be one
     * @throws ApiException when no whole document came
     */
    public static <T> T read(URI address, Network network, ApiClient.Settings settings, Reading<T> reading) {
        HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            throw new CallRefusedException(
                    CallRefusedException.Why.BAD_ARGUMENT,
                    "'" + address + "' is not an address of the web, such as https://example.com/openapi.json",
                    null);
        }
        OkHttpClient client =
                Wire.bare(network, settings).newBuilder().followRedirects(true).build();
        // A name and a password in the address would be credentials.
        Request request = new Request.Builder()
                .url(url.newBuilder().username("").password("").build())
                .header("Accept", "application/json")
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new UnreachableException(
                        "the address answers " + response.code() + ", not the document",
                        true,
                        Answer.line(request),
                        null);
            }
            return reading.from(response.body().byteStream());
        } catch (IOException e) {
            throw Failures.of(e, request, client, settings.timeouts().call());
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}

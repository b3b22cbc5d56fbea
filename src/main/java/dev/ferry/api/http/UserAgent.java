package dev.ferry.api.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells the service who is calling, {@code ferry/1.0.0}, so that whoever reads its logs finds us. */
final class UserAgent implements Interceptor {
    static final String NAME = "ferry/" + version();

    private static String version() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(
                chain.request().newBuilder().header("User-Agent", NAME).build());
    }
}

package dev.ferry.api.http;

import dev.ferry.api.argument.OperationArguments;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.api.json.RevealingJson;
import dev.ferry.api.login.Logout;
import dev.ferry.api.login.TokenPurse;
import dev.ferry.api.network.HostRules;
import dev.ferry.api.network.Proxies;
import dev.ferry.api.network.Trust;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.Network;
import dev.ferry.profile.ServiceAccount;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Everything behind an {@link ApiClient} that is built when its first call is made. */
final class Wire {
    /** Enough for a script that asks for many things at once; a connection to this host costs little. */
    private static final int AT_ONCE = 64;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpUrl base;
    private final Catalogs catalogs;
    private final JsonFormat json;
    private final Consumer<DownloadProgress> downloads;
    private final OkHttpClient client;
    private final RequestValues values;
    private final AnswerReader reader;
    private final Route route;
    private final Retrofit retrofit;
    private final Supplier<Logout> logout;
    private final NamedCalls named;

    Wire(Connection connection, ApiClient.Settings settings) {
        this.json = new JsonFormat();
        this.base = HostRules.base(connection);
        this.reader = new AnswerReader(json);
        this.values = new RequestValues(new RevealingJson());
        OkHttpClient bare = bare(connection, settings);
        Interceptor another = chain -> OldConnections.another(chain, bare.connectionPool()::evictAll);
        OkHttpClient anonymous = bare.newBuilder().addInterceptor(another).build();
        this.logout = logout(connection.credentials(), anonymous, settings);
        this.client = bare.newBuilder()
                .addInterceptor(login(connection.credentials(), anonymous, settings))
                .addInterceptor(GetBody.sender(anonymous))
                // Inside the login, so that a half of it is not done twice.
                .addInterceptor(another)
                .build();
        this.route = new Route(
                new Versions(settings.rules().pinnedVersion(), settings.rules().catalogs()),
                new Changes(connection, settings.rules().catalogs(), json),
                settings.rules().changes(),
                settings.rules().detour(),
                new Retries(
                        new Exchange(client),
                        RateBudget.of(
                                base, connection.credentials(), settings.time().clock()),
                        settings,
                        client.connectionPool()::evictAll),
                settings.retries(),
                new EndOfLife(settings.rules().catalogs(), settings.listeners().notices()),
                new Aftermath(json, reader, settings),
                settings.listeners().answers(),
                new RawReads(settings.listeners().reads(), reader),
                new ChangeOutcomes(reader),
                new NewThings(settings.time().clock()),
                base);
        this.catalogs = settings.rules().catalogs();
        this.downloads = settings.listeners().downloads();
        this.retrofit = retrofit();
        this.named = new NamedCalls(base, json, reader, route, catalogs::shapes, downloads);
    }

    /** The same connections with every version pinned to a date. */
    private Wire(Wire other, String date) {
        this.base = other.base;
        this.catalogs = other.catalogs;
        this.json = other.json;
        this.client = other.client;
        this.values = other.values;
        this.reader = other.reader;
        this.logout = other.logout;
        this.downloads = other.downloads;
        this.route = other.route.pinnedTo(date);
        this.retrofit = retrofit();
        this.named = new NamedCalls(base, json, reader, route, catalogs::shapes, downloads);
    }

    Wire pinnedTo(String date) {
        return new Wire(this, date);
    }

    private Retrofit retrofit() {
        return new Retrofit.Builder()
                .baseUrl(base)
                .callFactory(client)
                .addConverterFactory(values)
                .addCallAdapterFactory(new ValueCalls(route, reader))
                .build();
    }

    /** A client that logs in nowhere. */
    static OkHttpClient bare(Connection connection, ApiClient.Settings settings) {
        return bare(connection.network(), settings);
    }

    /** The same for what no connection is needed for. */
    static OkHttpClient bare(Network network, ApiClient.Settings settings) {
        Dispatcher dispatcher = new Dispatcher(threads());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, 5, TimeUnit.MINUTES))
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                // Credentials must not travel along; Exchange follows what may be followed.
                .followRedirects(false)
                .followSslRedirects(false)
                // Whether a request may be repeated is decided by Retries, where it can be seen.
                .retryOnConnectionFailure(false)
                .addInterceptor(new UserAgent())
                .addNetworkInterceptor(new OldConnections())
                .eventListenerFactory(Delivery::of);
        Proxies proxies = Proxies.of(settings.rules().proxies(), network);
        if (proxies != null) {
            builder.proxySelector(proxies).proxyAuthenticator(proxies.login());
        }
        WireListener listener = settings.listeners().wire();
        if (listener != WireListener.NOBODY) {
            builder.addNetworkInterceptor(new WireLog(listener));
        }
        Path caFile = network.caFile();
        if (caFile != null) {
            HandshakeCertificates trust = Trust.withFile(caFile, settings.time().clock());
            builder.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
        }
        return builder.build();
    }

    /** Threads that do not keep the process alive, and end when they have been idle for a while. */
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "ferry-http");
            thread.setDaemon(true);
            // OkHttp rethrows here what it has already reported to the waiting caller.
            thread.setUncaughtExceptionHandler((owner, failure) -> {});
            return thread;
        });
    }

    private Interceptor login(Credentials credentials, OkHttpClient anonymous, ApiClient.Settings settings) {
        if (credentials instanceof ApiKey key) {
            return new DigestLogin(key);
        }
        ServiceAccount account = (ServiceAccount) credentials;
        return new BearerLogin(
                new TokenEndpoint(account, base, reader, anonymous, settings),
                TokenPurse.of(base, account, settings.tokenFolder()),
                settings);
    }

    private Supplier<Logout> logout(Credentials credentials, OkHttpClient anonymous, ApiClient.Settings settings) {
        if (!(credentials instanceof ServiceAccount account)) {
            return () -> Logout.NOTHING;
        }
        TokenEndpoint endpoint = new TokenEndpoint(account, base, reader, anonymous, settings);
        Exchange exchange = new Exchange(anonymous);
        return () -> TokenPurse.of(base, account, settings.tokenFolder())
                .emptied(
                        token -> endpoint.revoke(token, exchange),
                        settings.time().clock());
    }

    Logout logout() {
        return logout.get();
    }

    <T> T service(Class<T> contract) {
        return ServiceProxy.before(contract, retrofit.create(contract));
    }

    /** The way of every call. */
    Route route() {
        return route;
    }

    @Nullable
    Object byName(OperationArguments arguments) {
        return named.send(arguments);
    }

    @Nullable
    Object call(String method, String path, Map<String, ?> query, @Nullable Object body) {
        Object version = Versions.isVersioned(path) ? query.get(Argument.VERSION) : null;
        Map<String, Object> rest = new LinkedHashMap<>(query);
        if (version != null) {
            rest.remove(Argument.VERSION);
        }
        // A server tells verbs apart by their letters, and so do the tables.
        String verb = method.toUpperCase(Locale.ROOT);
        Request.Builder request = new Request.Builder().url(url(path, rest)).method(verb, body(verb, path, body));
        if (version != null) {
            request.tag(Asked.class, Asked.version(verb + " " + path, version));
        }
        return route.send(request.build(), reader::anything);
    }

    /** The whole answer to GET, headers included; an error is an exception as with every call. */
    Answer answer(String path) {
        return Objects.requireNonNull(
                route.send(new Request.Builder().url(url(path, Map.of())).build(), answer -> {
                    reader.nothing(answer);
                    return answer;
                }));
    }

    /** Such an answer as maps and lists. */
    @Nullable
    Object read(Answer answer) {
        return reader.anything(answer);
    }

    private HttpUrl url(String path, Map<String, ?> query) {
        HttpUrl url = base.resolve(path.startsWith("/") ? path.substring(1) : path);
        if (url == null
                || !url.host().equals(base.host())
                || url.port() != base.port()
                || url.isHttps() != base.isHttps()) {
            throw refused("'" + path + "' is not a path below " + base);
        }
        HttpUrl.Builder complete = url.newBuilder();
        query.forEach((name, value) -> {
            if (value != null) {
                RequestValues.set(complete, name, value);
            }
        });
        return complete.build();
    }

    /** A text is taken as JSON that is ready to be sent; everything else is written as JSON. */
    private @Nullable RequestBody body(String method, String path, @Nullable Object body) {
        if (body == null) {
            return WITH_BODY.contains(method) ? RequestBody.create(new byte[0], null) : null;
        }
        if (Risks.reads(method)) {
            throw refused(method + " " + path + " takes no body");
        }
        return body instanceof CharSequence text
                ? RequestBody.create(text.toString().getBytes(StandardCharsets.UTF_8), null)
                : values.body(body);
    }

    private static CallRefusedException refused(String problem) {
        return new CallRefusedException(CallRefusedException.Why.BAD_ARGUMENT, problem, null);
    }

    void close() {
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}

package dev.ferry.api.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How far one attempt got: whether the service can have acted on it. Told by OkHttp from its own threads, and attached to
 * the request, so that a redirect or a second login continues the same one.
 */
final class Delivery extends EventListener {
    private volatile boolean underWay;
    private volatile boolean connecting;
    private volatile boolean reused;

    /** The connection at hand, and the last one that this attempt has opened or got an answer on. */
    private volatile @Nullable Connection current;

    private volatile @Nullable Connection alive;
    private volatile boolean answered;
    private volatile boolean challenged;
    private volatile @Nullable Response empty;

    /** The request with a new one attached. */
    static Request attach(Request request, Delivery delivery) {
        return request.newBuilder().tag(Delivery.class, delivery).build();
    }

    static EventListener of(Call call) {
        Delivery attached = attached(call.request());
        return attached == null ? EventListener.NONE : attached;
    }

    static @Nullable Delivery attached(Request request) {
        return request.tag(Delivery.class);
    }

    /** Whether the service may have acted: bytes of the request may have left, and no refusal has come back. */
    boolean mayHaveArrived() {
        return underWay;
    }

    /**
     * Whether it broke without a byte of an answer on a connection that was left from an earlier call. Servers close idle
     * connections, so that is no sign of trouble. A connection that this attempt has opened itself, or that has just
     * answered it with a challenge, was not idle.
     */
    boolean metAnIdleConnection() {
        return current != alive && underWay && !answered;
    }

    /** Whether the connection at hand has been used before. */
    boolean isOnOldConnection() {
        return reused;
    }

    /** Whether a login has been asked for; some servers close the connection then. */
    boolean isChallenged() {
        return challenged;
    }

    /** The answer whose status says that it has no body: OkHttp refuses it when it has one all the same. Null when there was none. */
    @Nullable
    Response emptyAnswer() {
        return empty;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        reused = !connecting;
        current = connection;
        if (connecting) {
            alive = connection;
        }
        connecting = false;
    }

    @Override
    public void requestHeadersStart(Call call) {
        underWay = true;
        answered = false;
        empty = null;
    }

    @Override
    public void responseHeadersStart(Call call) {
        answered = true;
        alive = current;
    }

    /** A login that is asked for and a redirect say that nothing has been done yet. */
    @Override
    public void responseHeadersEnd(Call call, Response response) {
        int status = response.code();
        empty = status == 204 || status == 205 ? response : null;
        if (status == 401 || status == 407 || status == 307 || status == 308) {
            underWay = false;
            reused = true;
            challenged = status == 401;
        }
    }
}

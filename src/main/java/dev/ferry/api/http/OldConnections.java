package dev.ferry.api.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks a connection that has been used before whether the server has closed it meanwhile, before a changing call goes out
 * on it. OkHttp asks only after ten seconds of idleness, while many servers close after five; found out later, nobody
 * could say whether the service had acted. A reading call is not worth the millisecond, but for the second half of a
 * login: there servers like to close.
 */
final class OldConnections implements Interceptor {
    private static final int GLANCE_MILLIS = 1;

    /** Nothing has been sent: there was nobody to send it to. */
    private static final class ClosedMeanwhile extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedMeanwhile() {
            super("the server has closed an idle connection");
        }
    }

    /** Takes another connection when there turns out to be nobody at the end of the first. */
    static Response another(Chain chain, Runnable dropOldConnections) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ClosedMeanwhile e) {
            dropOldConnections.run();
            return chain.proceed(chain.request());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection != null
                && connection.protocol() == Protocol.HTTP_1_1
                && isWorthIt(chain.request())
                && isClosed(connection.socket())) {
            throw new ClosedMeanwhile();
        }
        return chain.proceed(chain.request());
    }

    private static boolean isWorthIt(Request request) {
        Delivery delivery = Delivery.attached(request);
        if (delivery == null) {
            return !Retries.isSafe(request);
        }
        return delivery.isOnOldConnection() && (delivery.isChallenged() || !Retries.isSafe(request));
    }

    /** A server has nothing to say before it is asked; what can be read now is the end. */
    private static boolean isClosed(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(GLANCE_MILLIS);
            var unused = socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            // Silence is what a living connection gives.
            return false;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }
}

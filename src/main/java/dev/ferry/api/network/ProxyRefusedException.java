package dev.ferry.api.network;

import java.net.ConnectException;

/** The proxy was there and did not let us through: whatever was to be sent has not been sent. */
public final class ProxyRefusedException extends ConnectException {
    private static final long serialVersionUID = 1L;

    /** @param sentence what it did and what to do about it, without the password */
    ProxyRefusedException(String sentence) {
        super(sentence);
    }

    /** What happened and what to do, naming the proxy without its password. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

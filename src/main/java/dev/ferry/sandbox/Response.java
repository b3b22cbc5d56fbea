package dev.ferry.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer, ready for the wire. Header names keep their spelling and their order.
 *
 * @param body empty for an answer without a body
 */
record Response(int status, Map<String, String> headers, Content body, Delivery delivery) {
    private static final Content NOTHING = Content.of(new byte[0]);

    Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Response json(int status, Map<String, String> headers, String contentType, String body) {
        return of(status, headers, contentType, Content.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    static Response of(int status, Map<String, String> headers, String contentType, Content body) {
        return new Response(status, headers, body, Delivery.WHOLE).withHeader("Content-Type", contentType);
    }

    static Response empty(int status, Map<String, String> headers) {
        return new Response(status, headers, NOTHING, Delivery.WHOLE);
    }

    /** The same with this header in place of one of that name. */
    Response withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Response(status, all, body, delivery);
    }

    /** The same without a body. */
    Response withoutBody() {
        return new Response(status, headers, NOTHING, delivery);
    }

    /** The same with another body. */
    Response withBody(Content other) {
        return new Response(status, headers, other, delivery);
    }

    /** The same, brought in another way. */
    Response withDelivery(Delivery other) {
        return new Response(status, headers, body, other);
    }
}

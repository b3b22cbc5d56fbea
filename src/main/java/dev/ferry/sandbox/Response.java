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
@SuppressWarnings("ArrayRecordComponent") // never compared
record Response(int status, Map<String, String> headers, byte[] body) {

    Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Response json(int status, Map<String, String> headers, String contentType, String body) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", contentType);
        all.putAll(headers);
        return new Response(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    static Response empty(int status, Map<String, String> headers) {
        return new Response(status, headers, new byte[0]);
    }
}

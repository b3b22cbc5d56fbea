package dev.ferry.api.http;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** The body of an answer that is known to break off before anybody has read it: reading it fails at once. */
record BrokenBody(ResponseBody body, IOException failure) implements Source {
    static ResponseBody of(Response answer, IOException failure) {
        ResponseBody body = answer.body();
        return ResponseBody.create(
                Okio.buffer(new BrokenBody(body, failure)), body.contentType(), body.contentLength());
    }

    @Override
    public long read(Buffer sink, long most) throws IOException {
        throw failure;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {
        body.close();
    }
}

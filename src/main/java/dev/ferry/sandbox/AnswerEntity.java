package dev.ferry.sandbox;

import dev.ferry.sandbox.Delivery.Manner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseWriterFactory;
import org.apache.hc.core5.http.io.HttpMessageWriter;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way out, as HttpCore takes it. One that is to break off bypasses HttpCore's streams: they
 * would end the chunks properly when they are closed.
 */
final class AnswerEntity extends AbstractHttpEntity {
    private static final byte[] NOT_HTTP =
            "SSH-2.0-OpenSSH_9.6\r\n\0\1\2 this is no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Where a body breaks off whose length nobody knows. */
    private static final long SOMEWHERE = 8192;

    private final Content content;
    private final Delivery delivery;
    private final byte[] insteadOfHead;

    private AnswerEntity(Content content, Delivery delivery, boolean chunked, byte[] insteadOfHead) {
        super((String) null, null, chunked);
        this.content = content;
        this.delivery = delivery;
        this.insteadOfHead = insteadOfHead;
    }

    /** Null for an answer without a body. */
    static @Nullable AnswerEntity of(Response answer) {
        Content content = answer.body();
        Delivery delivery = answer.delivery();
        Manner manner = delivery.manner();
        boolean chunked = content.length() == Content.UNKNOWN || manner == Manner.CUT_IN_CHUNKS;
        if (manner == Manner.NOT_HTTP) {
            return new AnswerEntity(content, delivery, false, NOT_HTTP);
        }
        if (content.length() == 0) {
            // Without a body there is only the head to break off in.
            return manner.breaksOff()
                    ? new AnswerEntity(
                            content,
                            delivery,
                            false,
                            ("HTTP/1.1 " + answer.status()).getBytes(StandardCharsets.US_ASCII))
                    : null;
        }
        return new AnswerEntity(content, delivery, chunked, new byte[0]);
    }

    /** Connections that leave the head and the framing to the answers that break off. */
    static DefaultBHttpServerConnectionFactory connections(String scheme) {
        return DefaultBHttpServerConnectionFactory.builder()
                .scheme(scheme)
                .outgoingContentLengthStrategy(AnswerEntity::framing)
                .responseWriterFactory(AnswerEntity::writer)
                .build();
    }

    private static long framing(HttpMessage message) throws HttpException {
        return entity(message) instanceof AnswerEntity answer
                        && answer.delivery.manner().breaksOff()
                ? ContentLengthStrategy.UNDEFINED
                : DefaultContentLengthStrategy.INSTANCE.determineLength(message);
    }

    private static HttpMessageWriter<ClassicHttpResponse> writer() {
        HttpMessageWriter<ClassicHttpResponse> usual = DefaultHttpResponseWriterFactory.INSTANCE.create();
        return (message, buffer, out) -> {
            if (!(entity(message) instanceof AnswerEntity answer && answer.isWithoutHead())) {
                usual.write(message, buffer, out);
            }
        };
    }

    private static @Nullable Object entity(HttpMessage message) {
        return message instanceof ClassicHttpResponse response ? response.getEntity() : null;
    }

    boolean isWithoutHead() {
        return insteadOfHead.length > 0;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Manner manner = delivery.manner();
        if (isWithoutHead()) {
            out.write(insteadOfHead);
            out.flush();
            throw new BrokenOff(manner == Manner.RESET_IN_BODY);
        }
        if (manner == Manner.DRIPPING) {
            content.writeTo(new DrippingStream(out, delivery.pause()));
        } else if (manner.breaksOff()) {
            long half = content.length() == Content.UNKNOWN ? SOMEWHERE : content.length() / 2;
            BreakingStream breaking = new BreakingStream(out, half, isChunked(), manner == Manner.RESET_IN_BODY);
            content.writeTo(breaking);
            breaking.end();
        } else {
            content.writeTo(out);
        }
    }

    @Override
    public long getContentLength() {
        return isChunked() ? -1 : content.length();
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("An answer is only written.");
    }

    @Override
    public void close() {}
}

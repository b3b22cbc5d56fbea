package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redacts text line by line on its way to another stream.
 *
 * <p>A flush in the middle of a line shows what there is of it, but the whole line is looked at again with every further
 * piece. So {@code password=} and the password may come in two writes, and the beginning of a known secret is held back
 * until the next write tells whether it is one.
 */
final class RedactedStream extends OutputStream {
    /** A line longer than this that is flushed bit by bit is cut, so that its cost stays linear. */
    private static final int LONGEST_CONTEXT = 4096;

    private static final Pattern PEM_BEGIN =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?!.*-----END )");
    private static final Pattern PEM_END = Pattern.compile("-----END (?:[A-Z0-9 ]{0,40}-----)?");
    private static final Pattern PEM_BODY = Pattern.compile("[A-Za-z0-9+/=]*+|Proc-Type: .*|DEK-Info: .*");

    private final OutputStream sink;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private int shown;
    private boolean masked;
    private boolean inPem;

    RedactedStream(OutputStream sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] data, int from, int length) throws IOException {
        int end = from + length;
        int lastLine = end;
        while (lastLine > from && data[lastLine - 1] != '\n') {
            lastLine--;
        }
        bytes.write(data, from, lastLine - from);
        if (lastLine > from) {
            var ready = new StringBuilder();
            decode(bytes.size());
            takeLines(ready);
            send(ready);
        }
        bytes.write(data, lastLine, end - lastLine);
    }

    @Override
    public synchronized void flush() throws IOException {
        decode(StyledStream.wholeCharacters(bytes.toByteArray()));
        // A body of a private key is decided on by its whole line only.
        if (!inPem && line.length() > shown) {
            var ready = new StringBuilder();
            show(ready, Math.max(shown, line.length() - Redactor.openEnd(line.toString())));
            send(ready);
            if (shown > LONGEST_CONTEXT) {
                line.delete(0, shown);
                shown = 0;
                masked = false;
            }
        }
        sink.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        decode(bytes.size());
        var ready = new StringBuilder();
        endLine(ready);
        send(ready);
        sink.close();
    }

    private void decode(int count) {
        byte[] all = bytes.toByteArray();
        line.append(new String(all, 0, count, UTF_8));
        bytes.reset();
        bytes.write(all, count, all.length - count);
    }

    private void takeLines(StringBuilder ready) {
        int start = 0;
        String text = line.toString();
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line.setLength(0);
            line.append(text, start, end);
            if (endLine(ready)) {
                ready.append('\n');
            }
            start = end + 1;
        }
        line.append(text, start, text.length());
    }

    /** @return false when the line belongs to a private key and is left out altogether */
    private boolean endLine(StringBuilder ready) {
        if (inPem) {
            Matcher last = PEM_END.matcher(line);
            boolean ends = last.find();
            inPem = !ends && PEM_BODY.matcher(line.toString().strip()).matches();
            // Behind a key there may be more to say, or the next key.
            line.delete(0, inPem ? line.length() : ends ? last.end() : 0);
            if (inPem || (ends && line.toString().isBlank())) {
                line.setLength(0);
                return false;
            }
        }
        show(ready, line.length());
        inPem = PEM_BEGIN.matcher(line).find();
        line.setLength(0);
        shown = 0;
        masked = false;
        return true;
    }

    private void show(StringBuilder ready, int end) {
        if (end > shown) {
            Spans spans = Redactor.spans(line.toString());
            ready.append(spans.between(shown, end, masked));
            masked = spans.isHidden(end - 1);
            shown = end;
        }
    }

    private void send(StringBuilder ready) throws IOException {
        if (!ready.isEmpty()) {
            sink.write(ready.toString().getBytes(UTF_8));
        }
    }
}

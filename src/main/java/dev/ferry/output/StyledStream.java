package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where text meets a terminal or a pipe: {@link Ink inks} become escape sequences, and on a terminal every other character that it would
 * obey or not show is replaced. All that Ferry writes comes through here, so that no text from outside has to be remembered to be cleaned.
 */
final class StyledStream extends OutputStream {
    /** The first byte in UTF-8 of every ink. */
    private static final byte INK = (byte) 0xEF;

    private final OutputStream sink;
    private final boolean terminal;

    /** The bytes of a character that is not complete. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /** @param terminal whether control characters would be obeyed */
    StyledStream(OutputStream sink, boolean terminal) {
        this.sink = sink;
        this.terminal = terminal;
    }

    /** The text as it is shown on a terminal, with the escape sequences of its inks. */
    static String onTerminal(String text) {
        return Ink.obeyed(TerminalText.lines(text));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] data, int from, int length) throws IOException {
        if (begun.size() == 0 && isPlain(data, from, length)) {
            sink.write(data, from, length);
            return;
        }
        begun.write(data, from, length);
        byte[] all = begun.toByteArray();
        int whole = wholeCharacters(all);
        begun.reset();
        begun.write(all, whole, all.length - whole);
        send(new String(all, 0, whole, UTF_8));
    }

    private void send(String text) throws IOException {
        if (!text.isEmpty()) {
            byte[] bytes = (terminal ? onTerminal(text) : Ink.obeyed(text)).getBytes(UTF_8);
            sink.write(bytes, 0, bytes.length);
        }
    }

    private boolean isPlain(byte[] data, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte each = data[i];
            boolean plain = terminal ? (each >= ' ' && each < 0x7F) || each == '\n' || each == '\t' : each != INK;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes there are up to the last complete character. */
    static int wholeCharacters(byte[] all) {
        int lead = all.length - 1;
        while (lead >= 0 && lead > all.length - 4 && (all[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < 0) {
            return all.length;
        }
        int first = all[lead] & 0xFF;
        int needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        return all.length - lead < needed ? lead : all.length;
    }

    @Override
    public synchronized void flush() throws IOException {
        sink.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        send(begun.toString(UTF_8));
        begun.reset();
        sink.close();
    }
}

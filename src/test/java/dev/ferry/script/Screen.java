package dev.ferry.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.output.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;

/** Streams that are no terminal and remember what was written. */
public final class Screen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Streams streams = Streams.of(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), Set.of());

    public Streams streams() {
        return streams;
    }

    /** What went to standard output. */
    public String out() {
        return out.toString(UTF_8);
    }

    /** What went to standard error. */
    public String err() {
        return err.toString(UTF_8);
    }
}

package dev.ferry.migration;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.ferry.api.json.JsonFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Remembered migrations as JSON: the same text for the file of this machine and for a colleague's. */
final class MigrationsText {
    private static final String FORMAT = "ferry-migrations";
    private static final int VERSION = 1;

    private final JsonFormat json = new JsonFormat();

    /** What the text is, before its migrations are looked at. */
    private record Head(@Nullable String format, @Nullable Integer version) {}

    private record Content(
            @Nullable String format,
            @Nullable Integer version,
            @Nullable List<Remembered> migrations) {}

    String of(List<Remembered> migrations) {
        Buffer buffer = new Buffer();
        try {
            json.<Content>adapter(Content.class)
                    .indent("  ")
                    .toJson(buffer, new Content(FORMAT, VERSION, List.copyOf(migrations)));
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return buffer.writeUtf8("\n").readUtf8();
    }

    /**
     * The migrations of a text.
     *
     * @throws Unusable saying why there are none
     */
    List<Remembered> read(String text) throws Unusable {
        @Nullable Head head = parsed(text, Head.class);
        if (head == null || !FORMAT.equals(head.format()) || head.version() == null) {
            throw new Unusable("it is no list of migrations of Ferry");
        }
        if (head.version() > VERSION) {
            throw new Unusable("a newer Ferry has written it (version " + head.version() + ", this one reads " + VERSION
                    + "): use that one");
        }
        @Nullable Content content = parsed(text, Content.class);
        List<Remembered> read = new ArrayList<>();
        for (@Nullable
        Object each : content == null || content.migrations() == null ? List.of() : content.migrations()) {
            read.add(whole(each));
        }
        return List.copyOf(read);
    }

    private <T> @Nullable T parsed(String text, Class<T> type) throws Unusable {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            T value = json.<T>adapter(type).fromJson(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new Unusable("there is something behind its end");
            }
            return value;
        } catch (EOFException e) {
            throw new Unusable("it ends in the middle");
        } catch (JsonEncodingException | JsonDataException e) {
            throw new Unusable("it is no JSON that can be read (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
    }

    /** JSON may leave out what a record needs. */
    @SuppressWarnings("ConstantValue")
    private static Remembered whole(@Nullable Object each) throws Unusable {
        if (each instanceof Remembered migration) {
            @Nullable Object id = migration.id();
            @Nullable Object host = migration.host();
            @Nullable Sighting last = migration.last();
            @Nullable Object at = last == null ? id : (Object) last.at();
            if (id != null && host != null && at != null) {
                return migration;
            }
        }
        throw new Unusable("one of its migrations has no id, no host or no time");
    }

    /** A text that cannot be used; the message completes "because". */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(Objects.requireNonNull(reason));
        }
    }
}

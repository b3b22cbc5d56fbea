package dev.ferry.api.json;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.ToJson;
import com.squareup.moshi.Types;
import dev.ferry.api.IsoTime;
import dev.ferry.output.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * JSON as both APIs speak it. What is read under the names of secrets becomes a {@link Secret}, and a secret is written as
 * dots: only {@link RevealingJson}, which is for what the service gets, writes its value.
 */
public final class JsonFormat {
    private final Moshi moshi = moshi(Secret::toString);

    /** Reads and writes values of this type. */
    public <T> JsonAdapter<T> adapter(Type type) {
        return moshi.adapter(type);
    }

    /** The bytes of a value that is kept or shown; null is JSON's null. */
    public ByteString write(@Nullable Object value) {
        return write(moshi, Object.class, value);
    }

    static ByteString write(Moshi moshi, Type type, @Nullable Object value) {
        Buffer buffer = new Buffer();
        JsonAdapter<Object> adapter = moshi.adapter(type);
        try {
            adapter.toJson(buffer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return buffer.readByteString();
    }

    /** @param written what is written of a secret */
    static Moshi moshi(Function<Secret, String> written) {
        return new Moshi.Builder()
                .add(new Scalars(written))
                .add((type, annotations, moshi) ->
                        annotations.isEmpty() && isFree(type) ? new FreeJson(moshi, written) : null)
                .add(RecordJson.factory(written))
                .build();
    }

    /** Whether nothing is declared about the values of this type. */
    private static boolean isFree(Type type) {
        if (type == Object.class) {
            return true;
        }
        if (Types.getRawType(type) != Map.class) {
            return false;
        }
        return type instanceof ParameterizedType map
                ? Types.getRawType(map.getActualTypeArguments()[1]) == Object.class
                : true;
    }

    /** Values that are strings in JSON. Moshi finds these methods by their annotations. */
    @SuppressWarnings("unused")
    private static final class Scalars {
        private final Function<Secret, String> written;

        Scalars(Function<Secret, String> written) {
            this.written = written;
        }

        @FromJson
        Instant instant(String text) {
            try {
                return IsoTime.instant(text);
            } catch (DateTimeException e) {
                throw new JsonDataException("'" + text + "' is not an ISO-8601 time", e);
            }
        }

        @ToJson
        String text(Instant time) {
            return time.toString();
        }

        @FromJson
        URI uri(String text) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new JsonDataException("'" + text + "' is not a URI", e);
            }
        }

        @ToJson
        String text(URI uri) {
            return uri.toString();
        }

        @FromJson
        Secret secret(String text) {
            return Secret.of(text);
        }

        @ToJson
        String text(Secret secret) {
            return written.apply(secret);
        }
    }
}

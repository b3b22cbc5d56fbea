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
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON as both APIs speak it. */
public final class JsonFormat {
    private final Moshi moshi = new Moshi.Builder()
            .add(new Scalars())
            .add((type, annotations, moshi) -> annotations.isEmpty() && isFree(type) ? new FreeJson(moshi) : null)
            .add(RecordJson.FACTORY)
            .build();

    /** Reads and writes values of this type. */
    public <T> JsonAdapter<T> adapter(Type type) {
        return moshi.adapter(type);
    }

    /** The bytes of a body; null stays JSON's null. */
    public ByteString write(@Nullable Object body) {
        Buffer buffer = new Buffer();
        try {
            adapter(Object.class).toJson(buffer, body);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return buffer.readByteString();
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
            return secret.reveal();
        }
    }
}

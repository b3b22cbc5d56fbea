package dev.ferry.api.json;

import com.squareup.moshi.Moshi;
import dev.ferry.output.Secret;
import java.lang.reflect.Type;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON with the values of secrets in it: what a service gets, and the file that keeps access tokens for the next
 * process. A type of its own, so that nothing that is shown or kept can take it by mistake; a test knows who may.
 */
public final class RevealingJson {
    private final Moshi moshi = JsonFormat.moshi(Secret::reveal);

    /** The bytes of a body; null stays JSON's null. */
    public ByteString write(@Nullable Object body) {
        return write(Object.class, body);
    }

    /** The bytes of a value of this type. */
    public ByteString write(Type type, @Nullable Object value) {
        return JsonFormat.write(moshi, type, value);
    }
}

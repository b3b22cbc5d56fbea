package dev.ferry.api.http;

import dev.ferry.api.Listing;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * Lets service methods return values: a {@link Listing}, whatever JSON can become, or {@link Void} for nothing. Retrofit
 * only builds the request; it travels and is read the way raw calls are.
 */
final class ValueCalls extends CallAdapter.Factory {
    private final Route route;
    private final AnswerReader reader;

    ValueCalls(Route route, AnswerReader reader) {
        this.route = route;
        this.reader = reader;
    }

    @Override
    public CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
        Class<?> raw = getRawType(type);
        if (raw == Listing.class && type instanceof ParameterizedType listing) {
            Type element = listing.getActualTypeArguments()[0];
            return new Adapter(request -> new Pager(route, reader, request, element).listing());
        }
        if (raw == Void.class) {
            return new Adapter(request -> route.send(request, answer -> {
                reader.nothing(answer);
                return null;
            }));
        }
        if (raw == Object.class) {
            return new Adapter(request -> route.send(request, reader::anything));
        }
        return new Adapter(request -> route.send(request, answer -> reader.valueOrNothing(answer, type)));
    }

    @FunctionalInterface
    private interface Sending {
        @Nullable
        Object send(Request request);
    }

    private record Adapter(Sending sending) implements CallAdapter<ResponseBody, Object> {
        @Override
        public Type responseType() {
            return ResponseBody.class;
        }

        // Retrofit's contract does not say that a method may answer null; ours does.
        @Override
        @SuppressWarnings("NullAway")
        public Object adapt(Call<ResponseBody> call) {
            return sending.send(RequestValues.withQuery(call.request()));
        }
    }
}

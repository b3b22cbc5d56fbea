package dev.ferry.api.http;

import dev.ferry.api.InQuery;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.json.RevealingJson;
import dev.ferry.api.json.Texts;
import dev.ferry.output.Secret;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Invocation;
import retrofit2.Retrofit;

/** What becomes of arguments in a request: bodies are JSON, path and query values are texts, lists repeat a query name. */
final class RequestValues extends Converter.Factory {
    private final RevealingJson json;

    RequestValues(RevealingJson json) {
        this.json = json;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
        InQuery inQuery = inQuery(parameter);
        Set<String> elsewhere = inQuery == null ? Set.of() : Set.of(inQuery.value());
        return value -> body(value instanceof Map<?, ?> map ? without(elsewhere, map) : value);
    }

    private static Map<?, ?> without(Set<String> names, Map<?, ?> body) {
        Map<Object, Object> kept = new LinkedHashMap<>(body);
        kept.keySet().removeAll(names);
        return kept;
    }

    @Override
    public Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        return RequestValues::text;
    }

    /** A JSON body. It names no media type of its own, so that {@link Versions} can. */
    RequestBody body(@Nullable Object value) {
        return RequestBody.create(json.write(value), null);
    }

    /** The text of a path or query value. */
    static String text(Object value) {
        if (value instanceof Secret) {
            throw new CallRefusedException(
                    CallRefusedException.Why.INSECURE, "a secret must not go into a path or query", null);
        }
        return Texts.of(value);
    }

    /** Puts the named arguments that belong there into the query; the service method says which those are. */
    static Request withQuery(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            return request;
        }
        HttpUrl.Builder url = request.url().newBuilder();
        Annotation[][] annotations = invocation.method().getParameterAnnotations();
        for (int i = 0; i < annotations.length; i++) {
            InQuery inQuery = inQuery(annotations[i]);
            if (inQuery != null
                    && invocation.arguments().get(i) instanceof Map<?, ?> arguments
                    && !arguments.isEmpty()) {
                add(url, Set.of(inQuery.value()), arguments);
            }
        }
        return request.newBuilder().url(url.build()).build();
    }

    private static void add(HttpUrl.Builder url, Set<String> names, Map<?, ?> arguments) {
        arguments.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value != null && (names.isEmpty() || names.contains(name))) {
                set(url, name, value);
            }
        });
    }

    private static @Nullable InQuery inQuery(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof InQuery found) {
                return found;
            }
        }
        return null;
    }

    /** Sets a query parameter; a list repeats it. */
    static void set(HttpUrl.Builder url, String name, Object value) {
        url.removeAllQueryParameters(name);
        for (Object each : value instanceof Collection<?> several ? several : List.of(value)) {
            url.addQueryParameter(name, text(each));
        }
    }

    /** A value as one segment of a path, percent-encoded (RFC 3986, section 3.3). */
    static String segment(String value) {
        return new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .addPathSegment(value)
                .build()
                .encodedPath()
                .substring(1);
    }
}

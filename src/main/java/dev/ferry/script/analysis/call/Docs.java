package dev.ferry.script.analysis.call;

import dev.ferry.javadoc.MethodDoc;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import retrofit2.http.Path;

/**
 * What Javadoc says of one of our methods; what it leaves to another of the same name is read there.
 *
 * @param summary the first sentence
 * @param meanings of its parameters and named arguments, by name; by the name in the path, too, where that is another
 */
public record Docs(String summary, Map<String, String> meanings) {
    static final Docs NONE = new Docs("", Map.of());

    private static final String SAME = "The same ";
    private static final Map<Method, Docs> READ = new ConcurrentHashMap<>();

    public static Docs of(Method method) {
        boolean ours = method.getDeclaringClass().getName().startsWith("dev.ferry.");
        return ours ? READ.computeIfAbsent(method, Docs::read) : NONE;
    }

    private static Docs read(Method method) {
        MethodDoc own = MethodDoc.of(method);
        Map<String, String> meanings = new HashMap<>(own.parameters());
        meanings.putAll(own.namedArguments());
        String summary = own.summary();
        for (Method other : method.getDeclaringClass().getMethods()) {
            if (other.getName().equals(method.getName()) && !other.equals(method)) {
                MethodDoc doc = MethodDoc.of(other);
                doc.parameters().forEach(meanings::putIfAbsent);
                summary = summary.isEmpty() || summary.startsWith(SAME) ? better(summary, doc.summary()) : summary;
            }
        }
        Arrays.stream(method.getParameters()).forEach(parameter -> {
            Path path = parameter.getAnnotation(Path.class);
            String meaning = meanings.get(parameter.getName());
            if (path != null && meaning != null) {
                meanings.putIfAbsent(path.value(), meaning);
            }
        });
        return new Docs(summary, Map.copyOf(meanings));
    }

    private static String better(String one, String other) {
        return other.isEmpty() || other.startsWith(SAME) ? one : other;
    }
}

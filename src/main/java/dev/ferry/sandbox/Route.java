package dev.ferry.sandbox;

import dev.ferry.api.InQuery;
import dev.ferry.api.RequestLine;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Path;

/** One endpoint, as the annotations of a service method describe it. */
final class Route {
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");

    private final Class<?> service;
    private final Method method;
    private final RequestLine line;
    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Class<?>> query = new LinkedHashMap<>();
    private final @Nullable Operation documented;

    private Route(Class<?> service, Method method, RequestLine line) {
        this.service = service;
        this.method = method;
        this.line = line;
        this.pattern = pattern(line.path());
        this.documented = Stream.of(Catalog.atlas(), Catalog.cloudManager())
                .flatMap(catalog -> catalog.of(line.verb(), line.path()).stream())
                .findFirst()
                .orElse(null);
        for (Parameter parameter : method.getParameters()) {
            readQuery(parameter);
        }
    }

    /** Every endpoint of a service; methods without a verb are not endpoints. */
    static List<Route> of(Class<?> service) {
        List<Route> routes = new ArrayList<>();
        for (Method method : service.getMethods()) {
            RequestLine.of(method).ifPresent(line -> routes.add(new Route(service, method, line)));
        }
        return routes;
    }

    Class<?> service() {
        return service;
    }

    Method method() {
        return method;
    }

    String verb() {
        return line.verb();
    }

    /** The path with its holes, for example {@code /api/atlas/v2/orgs/{orgId}}. */
    String path() {
        return line.path();
    }

    /** What the API documents about it; null for v1.0, whose operations have no versions. */
    @Nullable
    Operation operation() {
        return documented == null || documented.versions().isEmpty() ? null : documented;
    }

    /** The same, of either API; empty for the few that their tables do not have. */
    Optional<Operation> documented() {
        return Optional.ofNullable(documented);
    }

    /** The shape of its body in a version; any object where none is documented. */
    String shape(String version) {
        return documented == null ? "object" : documented.bodies().getOrDefault(version, "object");
    }

    /** The status of a success. */
    int success() {
        return documented == null ? 200 : documented.success().get(0);
    }

    List<String> roles() {
        RequiredRole needed = method.getAnnotation(RequiredRole.class);
        return needed == null ? List.of() : List.of(needed.value());
    }

    /** The parameters that may be in the query, with their types. */
    Map<String, Class<?>> query() {
        return query;
    }

    boolean takesBody() {
        return Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(Body.class));
    }

    /** Whether it answers with a file in place of JSON. */
    boolean answersFile() {
        return method.getReturnType() == Content.class;
    }

    /** How much of the path is fixed: of two routes that fit, the one with more wins. */
    int weight() {
        return HOLE.matcher(line.path()).replaceAll("").length();
    }

    /** The decoded values of the path's holes, or null when the path is another one. */
    @Nullable
    Map<String, String> match(String requested) {
        Matcher matcher = pattern.matcher(requested);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), decoded(matcher.group(i + 1)));
        }
        return values;
    }

    /** The arguments of the service method. */
    Object[] arguments(Map<String, String> holes, Map<String, Object> options, @Nullable Object body) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            Path hole = parameter.getAnnotation(Path.class);
            if (hole != null) {
                arguments.add(holes.get(hole.value()));
            } else {
                arguments.add(parameter.isAnnotationPresent(Body.class) ? body : options);
            }
        }
        return arguments.toArray();
    }

    private void readQuery(Parameter parameter) {
        NamedParams named = parameter.getAnnotation(NamedParams.class);
        InQuery inQuery = parameter.getAnnotation(InQuery.class);
        if (named == null || inQuery == null) {
            return;
        }
        List<String> only = Arrays.asList(inQuery.value());
        for (NamedParam param : named.value()) {
            if (only.isEmpty() || only.contains(param.value())) {
                query.put(param.value(), param.type());
            }
        }
    }

    private Pattern pattern(String template) {
        Matcher holes = HOLE.matcher(template);
        StringBuilder regex = new StringBuilder();
        int from = 0;
        while (holes.find()) {
            regex.append(Pattern.quote(template.substring(from, holes.start()))).append("([^/]+)");
            names.add(holes.group(1));
            from = holes.end();
        }
        if (from < template.length()) {
            regex.append(Pattern.quote(template.substring(from)));
        }
        return Pattern.compile(names.isEmpty() ? regex + "/?" : regex.toString());
    }

    /** A plus is a plus in a path, a blank only in a query. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.INVALID_PATH_PARAMETER, segment);
        }
    }
}

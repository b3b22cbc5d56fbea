package dev.ferry.api.catalog;

import com.squareup.moshi.Moshi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes operations as the service publishes them: one OpenAPI document, what is shared referred to, a media type a version. */
public final class PublishedApi {
    private static final Set<String> SHARED = Set.of("groupId", "orgId", "envelope", "pretty", "pageNum");
    private static final String MEDIA_TYPE = "application/vnd.atlas.";

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    private PublishedApi() {}

    /** The text of the document. */
    public static String document(List<Operation> operations) {
        return new PublishedApi().text(operations);
    }

    private String text(List<Operation> operations) {
        operations.forEach(this::add);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.1");
        document.put("info", Map.of("title", "An API", "version", "2.0"));
        document.put("paths", paths);
        document.put("components", Map.of("parameters", parameters, "schemas", schemas));
        document.put("tags", List.of(Map.of("name", "Clusters", "description", "Prose.")));
        return new Moshi.Builder().build().adapter(Object.class).toJson(document);
    }

    @SuppressWarnings("unchecked")
    private void add(Operation operation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operationId", operation.id());
        if (!operation.shortId().equals(operation.id())) {
            json.put("x-xgen-operation-id-override", operation.shortId());
        }
        json.put("tags", List.of(operation.tag()));
        json.put("description", "Does it. " + roles(operation.roles()) + " It is **important**.");
        json.put("parameters", parameters(operation));
        if (operation.takesBody()) {
            Map<String, Object> content = new LinkedHashMap<>();
            operation
                    .bodies()
                    .forEach((version, shape) -> content.put(
                            MEDIA_TYPE + version + "+json",
                            Map.of("schema", schema(shape), "example", Map.of("a", 1))));
            json.put("requestBody", Map.of("content", content, "required", true));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> content = answers(operation);
        operation
                .success()
                .forEach(status -> responses.put(
                        status.toString(),
                        status.equals(operation
                                        .success()
                                        .get(operation.success().size() - 1))
                                ? Map.of("content", content)
                                : Map.of("description", "Nothing.")));
        responses.put("401", Map.of("$ref", "#/components/responses/unauthorized"));
        json.put("responses", responses);
        if (operation.deprecated()) {
            json.put("deprecated", true);
        }
        ((Map<String, Object>) paths.computeIfAbsent(operation.path(), any -> new TreeMap<String, Object>()))
                .put(operation.method().toLowerCase(Locale.ROOT), json);
    }

    private Map<String, Object> answers(Operation operation) {
        Map<String, Object> content = new LinkedHashMap<>();
        operation.answers().forEach((version, schema) -> {
            String date = version.replaceAll("\\+.*", "");
            Map<String, Object> type = new LinkedHashMap<>();
            if (!schema.equals("-")) {
                type.put("schema", answer(schema));
            }
            if (operation.sunset().containsKey(date)) {
                type.put("x-sunset", operation.sunset().get(date));
            }
            type.put("x-xgen-version", date);
            content.put(MEDIA_TYPE + (version.contains("+") ? version : version + "+json"), type);
        });
        return content;
    }

    private static String roles(List<String> roles) {
        if (roles.isEmpty()) {
            return "";
        }
        String last = "the " + roles.get(roles.size() - 1) + " role.";
        return "To use this resource, the requesting Service Account or API Key must have "
                + (roles.size() == 1 ? last : String.join(", ", roles.subList(0, roles.size() - 1)) + ", or " + last);
    }

    private List<Object> parameters(Operation operation) {
        List<Object> all = new ArrayList<>();
        operation.pathParameters().forEach(name -> all.add(parameter("path", name, "string", true)));
        operation.query().forEach(each -> all.add(parameter("query", each.name(), each.type(), each.required())));
        operation.headers().forEach(each -> all.add(parameter("header", each.header(), each.type(), false)));
        return all;
    }

    private Object parameter(String in, String name, String type, boolean required) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("description", "What people call " + name + ".");
        if (required) {
            parameter.put("required", true);
        }
        parameter.put("schema", plain(type));
        if (SHARED.contains(name) && in.equals("path") == name.endsWith("Id")) {
            parameters.put(name, parameter);
            return Map.of("$ref", "#/components/parameters/" + name);
        }
        return parameter;
    }

    private static Object plain(String type) {
        String kind = type.replaceAll(" .*", "");
        return switch (kind) {
            case "strings" -> array(Map.of("type", "string"));
            case "enum" -> choices(type);
            case "enums" -> array(choices(type));
            case "date", "date-time" -> Map.of("type", "string", "format", type);
            case "id" -> Map.of("type", "string", "pattern", "^([a-f0-9]{24})$", "example", "32b6e34b3d91647abb20e7b8");
            default -> Map.of("type", type);
        };
    }

    private static Map<String, Object> choices(String type) {
        return Map.of(
                "type",
                "string",
                "enum",
                Arrays.asList(type.substring(type.indexOf(' ') + 1).split("\\|")));
    }

    private static Map<String, Object> array(Object items) {
        return Map.of("type", "array", "items", items);
    }

    private Object answer(String schema) {
        if (schema.startsWith("[")) {
            return array(answer(schema.substring(1, schema.length() - 1)));
        }
        if (schema.equals("string")) {
            return Map.of("type", "string", "format", "binary");
        }
        schemas.putIfAbsent(schema, Map.of("type", "object"));
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private Object schema(String type) {
        if (type.startsWith("[")) {
            return array(schema(type.substring(1, type.length() - 1)));
        }
        if (type.startsWith("map ")) {
            return Map.of("type", "object", "additionalProperties", schema(type.substring(4)));
        }
        if (type.equals("any")) {
            return Map.of();
        }
        if (!Character.isUpperCase(type.charAt(0))) {
            return plain(type);
        }
        if (!(schemas.get(type) instanceof Map<?, ?> known) || !known.containsKey("properties")) {
            Map<String, Object> shape = new LinkedHashMap<>();
            schemas.put(type, shape);
            Map<String, Object> properties = new TreeMap<>();
            shape.put("type", "object");
            shape.put("properties", properties);
            Map<String, Shapes.Field> fields = Shapes.table().fields(type).orElse(Map.of());
            shape.put(
                    "required",
                    fields.keySet().stream()
                            .filter(name -> fields.get(name).required())
                            .toList());
            fields.forEach((name, field) -> properties.put(name, property(field)));
        }
        return Map.of("$ref", "#/components/schemas/" + type);
    }

    @SuppressWarnings("unchecked")
    private Object property(Shapes.Field field) {
        Map<String, Object> property = new LinkedHashMap<>((Map<String, Object>) schema(field.type()));
        if (field.readOnly()) {
            property.put("readOnly", true);
        }
        if (field.nullable()) {
            property.put("nullable", true);
        }
        return property;
    }
}

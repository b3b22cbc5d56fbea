package dev.ferry.script.analysis.type;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the lines before this one left behind in a session.
 *
 * @param variables name to static type as source text, such as {@code dev.ferry.api.Listing<dev.ferry.api.atlas.Project>}
 * @param imports whole import statements, such as {@code import java.time.Duration}
 * @param declarations source text of the methods and classes that the session defined, one element each
 * @param texts what variables hold, or fields of theirs, as far as those are ids and names: {@code shop.id} to {@code 5f…}
 */
public record Scope(
        Map<String, String> variables, List<String> imports, List<String> declarations, Map<String, String> texts) {

    /** A session in which nothing has happened yet. */
    public static final Scope EMPTY = new Scope(Map.of(), List.of(), List.of());

    public Scope {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
        texts = Map.copyOf(texts);
    }

    /** A session of which no texts are known. */
    public Scope(Map<String, String> variables, List<String> imports, List<String> declarations) {
        this(variables, imports, declarations, Map.of());
    }

    /** The same session with what its variables hold. */
    public Scope withTexts(Map<String, String> known) {
        return new Scope(variables, imports, declarations, known);
    }

    /** Without the texts: some may be nobody else's business. */
    @Override
    public String toString() {
        return "Scope[variables=" + variables + ", imports=" + imports + ", declarations=" + declarations + "]";
    }

    /** The same session after a variable got a type; {@code type} is source text. */
    public Scope withVariable(String name, String type) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(name, type);
        return new Scope(more, imports, declarations, texts);
    }

    /** The same session after a variable got a type, for a type known by reflection. */
    public Scope withVariable(String name, Type type) {
        return withVariable(name, type.getTypeName().replace('$', '.'));
    }

    /** The same session after an import statement. */
    public Scope withImport(String statement) {
        return new Scope(variables, appended(imports, statement), declarations, texts);
    }

    /** The same session after a method or class was defined. */
    public Scope withDeclaration(String source) {
        return new Scope(variables, imports, appended(declarations, source), texts);
    }

    private static List<String> appended(List<String> list, String element) {
        List<String> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}

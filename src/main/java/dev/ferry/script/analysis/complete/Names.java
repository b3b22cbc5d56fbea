package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.call.Docs;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Members;
import dev.ferry.script.analysis.type.TypeCheck;
import dev.ferry.script.analysis.type.TypeText;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;

/** What can be named without a receiver: bindings and functions of the script, delegates of closures, named arguments. */
final class Names {

    private static final Set<String> SCRIPT_FUNCTIONS = Set.of("println", "print", "printf");
    private static final Set<String> SCRIPT_PLUMBING =
            Set.of("binding", "metaClass", "run", "invokeMethod", "evaluate", "class", "property", "setBinding");
    private static final List<String> KEYWORDS = List.of(
            "assert",
            "break",
            "case",
            "catch",
            "class",
            "continue",
            "def",
            "else",
            "enum",
            "false",
            "finally",
            "for",
            "if",
            "import",
            "instanceof",
            "new",
            "null",
            "return",
            "static",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "while");

    private final Class<?> base;
    private final ClassLoader loader;

    Names(Class<?> base, ClassLoader loader) {
        this.base = base;
        this.loader = loader;
    }

    /** The getters of the script base class as names, and its methods as functions. */
    List<Offer> bindings() {
        List<Offer> offers = new ArrayList<>();
        Members.properties(base).forEach((name, getter) -> {
            if (!SCRIPT_PLUMBING.contains(name)) {
                String type = TypeText.shortly(getter.getGenericReturnType());
                offers.add(new Offer(name, new Candidate(name, name, Kind.VARIABLE, type), Rank.BINDING)
                        .saying(Docs.of(getter).summary()));
            }
        });
        Members.methods(base).forEach((name, overloads) -> {
            Class<?> owner = overloads.get(0).getDeclaringClass();
            boolean groovy = owner == Script.class || owner.getName().startsWith("groovy.");
            if (groovy ? SCRIPT_FUNCTIONS.contains(name) : owner != Object.class && !SCRIPT_PLUMBING.contains(name)) {
                Rank rank = groovy ? Rank.PLATFORM : Rank.OWN_METHOD;
                offers.add(MemberOffers.method(overloads, Map.of(), Kind.FUNCTION, 0, rank));
            }
        });
        return offers;
    }

    /** Methods and classes of the text and the session, and the members of delegates such as in {@code org.with { }}. */
    List<Offer> implicit(Findings seen) {
        List<Offer> offers = new ArrayList<>();
        if (seen.module() != null) {
            offers.addAll(imported(seen.module()));
            for (MethodNode method : seen.module().getMethods()) {
                if (!TypeCheck.isOurs(method)) {
                    offers.add(SourceMembers.method(method, Kind.FUNCTION, Rank.BINDING));
                }
            }
            for (ClassNode type : seen.module().getClasses()) {
                if (!type.isScript() && type.getOuterClass() == null) {
                    String name = type.getNameWithoutPackage();
                    offers.add(new Offer(name, new Candidate(name, name, Kind.CLASS, ""), Rank.PLATFORM));
                }
            }
        }
        for (ClassNode type : seen.implicit()) {
            Type reflected = TypeText.reflected(type, loader);
            boolean script = type.isScript()
                    || (reflected != null && TypeText.raw(reflected).isAssignableFrom(base));
            if (reflected == null && !script) {
                offers.addAll(nearby(SourceMembers.of(type.redirect(), false, loader)));
            } else if (reflected != null && !script && TypeText.raw(reflected) != Closure.class) {
                offers.addAll(nearby(MemberOffers.of(reflected)));
            }
        }
        return offers;
    }

    /** What the text and the session import of classes: their static members. */
    private List<Offer> imported(ModuleNode module) {
        List<Offer> offers = new ArrayList<>();
        module.getStaticImports().forEach((alias, node) -> {
            for (Offer member : members(node.getType())) {
                if (member.name().equals(node.getFieldName())) {
                    offers.add(member.called(alias));
                }
            }
        });
        module.getStaticStarImports().values().forEach(node -> members(node.getType())
                .forEach(member -> offers.add(member.at(Rank.QUIET))));
        return offers;
    }

    private List<Offer> members(ClassNode type) {
        Type reflected = TypeText.reflected(type, loader);
        return reflected == null ? List.of() : MemberOffers.ofClass(TypeText.raw(reflected));
    }

    /** What a closure works on is nearer than what every script has. */
    private static List<Offer> nearby(List<Offer> members) {
        return members.stream()
                .map(each -> each.rank().compareTo(Rank.OWN_METHOD) > 0 ? each : each.at(Rank.LOCAL))
                .toList();
    }

    static List<Offer> keywords() {
        return KEYWORDS.stream()
                .map(word -> new Offer(word, new Candidate(word, word, Kind.KEYWORD, ""), Rank.EXTENSION))
                .toList();
    }
}

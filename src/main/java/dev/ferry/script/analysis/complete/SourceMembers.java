package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.TypeCheck;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.PropertyNode;
import org.jspecify.annotations.Nullable;

/** The members of classes that exist only as text: those of the session and of the line being typed. */
final class SourceMembers {

    private SourceMembers() {}

    static List<Offer> of(ClassNode type, boolean classItself, ClassLoader loader) {
        List<Offer> offers = new ArrayList<>();
        for (PropertyNode property : type.getProperties()) {
            if (property.isStatic() == classItself) {
                offers.add(property(property.getName(), property.getType(), Rank.OWN_PROPERTY));
            }
        }
        for (FieldNode field : type.getFields()) {
            if (field.isStatic() && field.isPublic() && classItself && field.getLineNumber() > 0) {
                offers.add(property(field.getName(), field.getType(), Rank.OWN_PROPERTY));
            }
        }
        for (MethodNode method : type.getMethods()) {
            if (method.isStatic() == classItself && method.isPublic() && !isGenerated(method)) {
                offers.add(method(method, Kind.METHOD, Rank.OWN_METHOD));
            }
        }
        offers.addAll(inherited(type.getUnresolvedSuperClass(), classItself, loader));
        for (ClassNode each : type.getInterfaces()) {
            offers.addAll(inherited(each, classItself, loader));
        }
        return offers;
    }

    private static List<Offer> inherited(@Nullable ClassNode type, boolean classItself, ClassLoader loader) {
        if (type == null || ClassHelper.isObjectType(type) || ClassHelper.isGroovyObjectType(type)) {
            return List.of();
        }
        if (type.redirect().isPrimaryClassNode()) {
            return of(type.redirect(), classItself, loader);
        }
        Type reflected = TypeText.reflected(type, loader);
        return reflected == null || classItself ? List.of() : MemberOffers.of(reflected);
    }

    static Offer property(String name, ClassNode type, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.PROPERTY, TypeText.shortly(type)), rank);
    }

    static Offer method(MethodNode method, Kind kind, Rank rank) {
        Parameter[] parameters = method.getParameters();
        String names = Arrays.stream(parameters).map(Parameter::getName).collect(Collectors.joining(", ", "(", ")"));
        String name = method.getName();
        String value = name + (parameters.length == 0 ? "()" : "(");
        return new Offer(
                name, new Candidate(value, name + names, kind, TypeText.shortly(method.getReturnType())), rank);
    }

    /** Accessors and the like, which the user did not write. */
    private static boolean isGenerated(MethodNode method) {
        return method.getLineNumber() <= 0
                || Modifier.isPrivate(method.getModifiers())
                || method.getName().contains("$")
                || TypeCheck.isOurs(method);
    }
}

package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.call.Docs;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.Members;
import dev.ferry.script.analysis.type.Parameters;
import dev.ferry.script.analysis.type.TypeText;
import groovy.lang.Closure;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may follow a dot, of a class that is loaded: its members as they are offered. */
final class MemberOffers {

    private static final Set<String> QUIET = Set.of(
            "equals",
            "hashCode",
            "toString",
            "compareTo",
            "getAt",
            "putAt",
            "isCase",
            "iterator",
            "spliterator",
            "toArray",
            "parallelStream",
            "describeConstable",
            "resolveConstantDesc",
            "class");

    private MemberOffers() {}

    /** What may follow a dot after a value of this type. */
    static List<Offer> of(Type type) {
        Map<TypeVariable<?>, Type> bindings = TypeText.bindings(type);
        List<Offer> offers = new ArrayList<>();
        for (Map.Entry<String, Method> property :
                Members.properties(TypeText.raw(type)).entrySet()) {
            Type value = TypeText.resolve(property.getValue().getGenericReturnType(), bindings);
            Offer offer = property(property.getKey(), value, rank(property.getValue(), Rank.OWN_PROPERTY));
            offers.add(offer.saying(Docs.of(property.getValue()).summary()));
        }
        for (List<Method> overloads : Members.methods(TypeText.raw(type)).values()) {
            offers.add(method(overloads, bindings, Kind.METHOD, 0, rank(overloads.get(0), Rank.OWN_METHOD)));
        }
        return offers;
    }

    /** What may follow a dot after the name of this class. */
    static List<Offer> ofClass(Class<?> type) {
        List<Offer> offers = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                offers.add(property(field.getName(), field.getGenericType(), Rank.OWN_PROPERTY));
            }
        }
        for (List<Method> overloads : Members.functions(type).values()) {
            offers.add(method(overloads, Map.of(), Kind.METHOD, 0, Rank.OWN_METHOD));
        }
        for (Class<?> inner : type.getClasses()) {
            String name = inner.getSimpleName();
            offers.add(new Offer(name, new Candidate(name, name, Kind.CLASS, ""), Rank.PLATFORM));
        }
        offers.add(property("class", Class.class, Rank.QUIET));
        return offers;
    }

    static Offer property(String name, Type type, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.PROPERTY, TypeText.shortly(type)), rank);
    }

    /** @param skipped how many parameters the caller does not see: the receiver of an extension method */
    static Offer method(
            List<Method> overloads, Map<TypeVariable<?>, Type> bindings, Kind kind, int skipped, Rank rank) {
        String name = overloads.get(0).getName();
        boolean arguments = false;
        boolean plain = false;
        boolean closure = false;
        Method telling = overloads.get(0);
        for (Method method : overloads) {
            int count = method.getParameterCount() - skipped;
            arguments |= count > 0;
            plain |= count == 0;
            closure |= count == 1 && method.getParameterTypes()[skipped] == Closure.class;
            // Our own methods are told in full, extension methods by their simplest form.
            int more = count - (telling.getParameterCount() - skipped);
            telling = (skipped == 0 ? more > 0 : more < 0) ? method : telling;
        }
        boolean block = closure && (!plain || ExtensionOffers.takesBlock(name));
        String value = name + (block ? " {" : arguments ? "(" : "()");
        String detail = TypeText.shortly(TypeText.resolve(telling.getGenericReturnType(), bindings));
        String display = block ? name + " { }" : name + Parameters.display(telling, skipped);
        return new Offer(name, new Candidate(value, display, kind, detail), rank)
                .saying(Docs.of(telling).summary());
    }

    private static Rank rank(Method method, Rank own) {
        Class<?> owner = method.getDeclaringClass();
        boolean platform =
                owner.getName().startsWith("java.") || owner.getName().startsWith("groovy.");
        if (method.getName().equals("more")) {
            // The fields that an answer had beyond the known ones: there, but never what one looks for first.
            return Rank.PLATFORM;
        }
        if (QUIET.contains(method.getName()) || owner == Object.class) {
            return Rank.QUIET;
        }
        return platform && (Iterable.class.isAssignableFrom(owner) || Map.class.isAssignableFrom(owner))
                ? Rank.PLATFORM
                : own;
    }
}

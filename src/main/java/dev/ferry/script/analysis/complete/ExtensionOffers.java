package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.Extensions;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The methods that Groovy adds, as they are offered: the familiar ones early, the others once their first letters are typed. */
final class ExtensionOffers {

    /** Offered without a letter typed, in this order. */
    private static final List<String> FAMILIAR = List.of(
            "each",
            "collect",
            "find",
            "findAll",
            "first",
            "any",
            "every",
            "count",
            "groupBy",
            "countBy",
            "sort",
            "toSorted",
            "collectEntries",
            "collectMany",
            "eachWithIndex",
            "last",
            "take",
            "drop",
            "sum",
            "max",
            "min",
            "join",
            "inject",
            "unique",
            "flatten",
            "reverse",
            "withIndex",
            "toList",
            "toSet");

    private static final Set<String> BLOCKS = Set.of(
            "find",
            "findAll",
            "collect",
            "any",
            "every",
            "findIndexOf",
            "countBy",
            "groupBy",
            "collectEntries",
            "collectMany");

    /** On any object: noise until asked for. */
    private static final Set<String> OF_ANYTHING = Set.of("with", "tap", "dump", "inspect", "asType", "is", "println");

    private ExtensionOffers() {}

    /** The extension methods of a type. */
    static List<Offer> of(Type type) {
        Class<?> receiver = Extensions.boxed(TypeText.raw(type));
        boolean many = isWalkable(receiver);
        Map<String, List<Method>> byName = new TreeMap<>();
        for (Method method : Extensions.all()) {
            Class<?> self = method.getParameterTypes()[0];
            boolean fits =
                    self == Object.class ? offeredOnAnything(method.getName(), many) : self.isAssignableFrom(receiver);
            if (fits) {
                byName.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                        .add(method);
            }
        }
        List<Offer> offers = new ArrayList<>();
        byName.forEach((name, overloads) -> {
            boolean familiar = many && FAMILIAR.contains(name);
            Rank rank = familiar ? Rank.FAMILIAR_EXTENSION : Rank.EXTENSION;
            offers.add(offer(overloads, type, rank, familiar ? FAMILIAR.indexOf(name) : 0));
        });
        return offers;
    }

    /** Whether the method is mostly used with a block although it works without. */
    static boolean takesBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** The simplest overload stands for all; its type is only told when the receiver's elements decide it. */
    private static Offer offer(List<Method> overloads, Type receiver, Rank rank, int order) {
        Method simplest = overloads.stream()
                .min(Comparator.comparing(Method::getParameterCount))
                .orElseThrow();
        Offer offer = MemberOffers.method(overloads, Extensions.elements(simplest, receiver), Kind.EXTENSION, 1, rank);
        Candidate all = offer.candidate();
        String detail = all.detail().contains("Object") ? "" : all.detail();
        return new Offer(
                offer.name(), new Candidate(all.value(), all.display(), all.kind(), detail), offer.rank(), order);
    }

    /** Whether Groovy can walk over values of the type: it asks for a method named iterator, whatever the class. */
    private static boolean isWalkable(Class<?> type) {
        return Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.isArray()
                || Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals("iterator") && method.getParameterCount() == 0);
    }

    private static boolean offeredOnAnything(String name, boolean many) {
        return OF_ANYTHING.contains(name) || (many && FAMILIAR.contains(name));
    }
}

package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.Scope;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of classes that a text may use: a modest set of those that Groovy imports by itself, and what is imported. */
final class ClassNames {

    private static final List<String> EVERYDAY = List.of(
            "ArrayList",
            "BigDecimal",
            "Boolean",
            "Closure",
            "Collections",
            "Comparator",
            "Date",
            "Double",
            "Exception",
            "File",
            "HashMap",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterator",
            "LinkedHashMap",
            "List",
            "Locale",
            "Long",
            "Map",
            "Math",
            "Object",
            "Optional",
            "Random",
            "RuntimeException",
            "Scanner",
            "Set",
            "String",
            "StringBuilder",
            "System",
            "Thread",
            "TimeZone",
            "URI",
            "URL",
            "UUID");

    private static final Pattern IMPORTED =
            Pattern.compile("\\bimport\\s+[\\w.]+\\.([A-Z]\\w*)(?:\\s+as\\s+(\\w+))?(?!\\S*\\.)");
    private static final Pattern IMPORTED_PACKAGE = Pattern.compile("\\bimport\\s+([\\w.]+)\\.\\*");
    private static final List<String> IMPORTED_BY_GROOVY = List.of("java.lang", "java.util", "java.io", "java.net");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|enum|interface|record|trait)\\s+(\\w+)");

    private ClassNames() {}

    /** Classes that can be named at any place of the text. */
    static List<Offer> inScope(String text, Scope scope, String typed, ClassLoader loader) {
        List<Offer> offers = new ArrayList<>();
        String session = String.join("\n", scope.imports()) + "\n" + String.join("\n", scope.declarations());
        String all = session + "\n" + text;
        for (Pattern pattern : List.of(IMPORTED, DECLARED)) {
            Matcher found = pattern.matcher(all);
            while (found.find()) {
                boolean renamed = found.groupCount() > 1 && found.group(2) != null;
                offers.add(offer(found.group(renamed ? 2 : 1), Rank.OWN_METHOD));
            }
        }
        EVERYDAY.forEach(name -> offers.add(offer(name, Rank.PLATFORM)));
        List<String> packages = new ArrayList<>(IMPORTED_BY_GROOVY);
        Matcher star = IMPORTED_PACKAGE.matcher(all);
        while (star.find()) {
            packages.add(star.group(1));
        }
        for (String name : Installed.in(packages)) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (simple.regionMatches(true, 0, typed, 0, typed.length()) && isPublic(name, loader)) {
                offers.add(offer(simple, Rank.QUIET));
            }
        }
        return offers;
    }

    /** The packages and classes that continue an import, or a name that is written in full. */
    static List<Offer> importable(String path, ClassLoader loader) {
        String folder = path.contains(".") ? path.substring(0, path.lastIndexOf('.') + 1) : "";
        String typed = path.substring(folder.length()).toLowerCase(Locale.ROOT);
        Map<String, Offer> offers = new TreeMap<>();
        for (String each : Installed.names()) {
            String rest = each.startsWith(folder) ? each.substring(folder.length()) : "";
            if (rest.toLowerCase(Locale.ROOT).startsWith(typed) && !rest.isEmpty()) {
                int dot = rest.indexOf('.');
                String name = dot < 0 ? rest : rest.substring(0, dot);
                Candidate candidate = dot < 0
                        ? new Candidate(name, name, Kind.CLASS, "")
                        : new Candidate(name + ".", name, Kind.CLASS, "package");
                if (dot >= 0 || isPublic(each, loader)) {
                    offers.putIfAbsent(name, new Offer(name, candidate, Rank.PLATFORM));
                }
            }
        }
        return new ArrayList<>(offers.values());
    }

    /** The static members of a class whose full name is followed by a dot. */
    static List<Offer> members(String path, ClassLoader loader) {
        int dot = path.lastIndexOf('.');
        try {
            return dot < 0
                    ? List.of()
                    : MemberOffers.ofClass(Class.forName(path.substring(0, dot), false, loader)).stream()
                            .map(each -> each.at(Rank.OWN_METHOD))
                            .toList();
        } catch (ClassNotFoundException | LinkageError notThere) {
            return List.of();
        }
    }

    private static boolean isPublic(String name, ClassLoader loader) {
        try {
            return Modifier.isPublic(Class.forName(name, false, loader).getModifiers());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return false;
        }
    }

    private static Offer offer(String name, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.CLASS, ""), rank);
    }
}

package dev.ferry.script.analysis;

import dev.ferry.script.analysis.Candidate.Kind;
import dev.ferry.script.analysis.Offer.Rank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|enum|interface|record|trait)\\s+(\\w+)");

    private ClassNames() {}

    /** Classes that can be named at any place of the text. */
    static List<Offer> inScope(String text, Scope scope) {
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
        return offers;
    }

    /** The packages and classes of the platform that continue an import. */
    static List<Offer> importable(String path) {
        String folder = path.contains(".") ? path.substring(0, path.lastIndexOf('.') + 1) : "";
        Map<String, Offer> offers = new TreeMap<>();
        for (String each : Platform.NAMES) {
            if (each.startsWith(folder)) {
                String rest = each.substring(folder.length());
                int dot = rest.indexOf('.');
                String name = dot < 0 ? rest : rest.substring(0, dot);
                Candidate candidate = dot < 0
                        ? new Candidate(name, name, Kind.CLASS, "")
                        : new Candidate(name + ".", name, Kind.CLASS, "package");
                offers.putIfAbsent(name, new Offer(name, candidate, Rank.PLATFORM));
            }
        }
        return new ArrayList<>(offers.values());
    }

    private static Offer offer(String name, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.CLASS, ""), rank);
    }

    /** The public packages of the platform's base module; read once, when somebody first completes an import. */
    private static final class Platform {
        static final List<String> NAMES = read();

        private static List<String> read() {
            Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
            List<String> names = new ArrayList<>(
                    List.of("groovy.json.JsonOutput", "groovy.json.JsonSlurper", "groovy.transform.Field"));
            try (Stream<Path> files = Files.walk(root.resolve("java"))) {
                files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace('/', '.'))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names.stream().sorted().toList();
        }
    }
}

package dev.ferry.help;

import dev.ferry.api.catalog.Risk;
import dev.ferry.api.catalog.Risks;
import java.util.stream.Collectors;

/** Says whether an operation changes something, and what cannot be undone. */
final class Consequences {
    private Consequences() {}

    /**
     * In one or two sentences.
     *
     * @param template a path with {@code {name}} for its parameters
     */
    static String of(String method, String template) {
        return switch (Risks.of(method, template)) {
            case READS -> "no";
            case ASKS -> "no, it only asks";
            case CHANGES -> "yes, refused in a read-only session" + sometimes(method, template);
            case SEVERE -> "yes, severe: asks for a name before it leaves. " + loss(method, template);
        };
    }

    private static String loss(String method, String template) {
        return Risks.about(method, template).stream()
                .filter(row -> row.when().isEmpty())
                .map(Risks.Row::because)
                .findFirst()
                .orElse("Nobody has written down what it takes away.");
    }

    private static String sometimes(String method, String template) {
        String when = Risks.about(method, template).stream()
                .filter(row -> row.risk() == Risk.SEVERE)
                .map(Risks.Row::when)
                .collect(Collectors.joining(" or "));
        return when.isEmpty() ? "" : "; severe with " + when;
    }
}

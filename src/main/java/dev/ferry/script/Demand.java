package dev.ferry.script;

import dev.ferry.api.catalog.Risk;
import dev.ferry.script.analysis.check.Checked;
import dev.ferry.script.analysis.check.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something in a text that a session may refuse when it runs.
 *
 * @param kind what it is
 * @param line where it stands, from 1
 * @param call how the text calls it
 * @param name the name that confirms it; empty where the text alone does not say it
 * @param certain whether a run gets there in any case, unless it fails before
 */
public record Demand(Kind kind, int line, String call, String name, boolean certain) {
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 5;

    /** The kinds. */
    public enum Kind {
        /** A change of the ordinary kind. */
        CHANGE,
        /** A change that is confirmed by a name. */
        SEVERE_CHANGE,
        /** A question of the script's own. */
        QUESTION,
        /** A question of the script's own that is answered with a name. */
        SEVERE_QUESTION;

        /** Whether something would leave for a service. */
        public boolean changes() {
            return this == CHANGE || this == SEVERE_CHANGE;
        }
    }

    /** For people: {@code line 12, atlas.clusters.delete}. */
    public String said() {
        return "line " + line + ", " + call;
    }

    static List<Demand> of(Checked checked) {
        List<Demand> all = new ArrayList<>();
        checked.effects().stream()
                .filter(Effect::changes)
                .forEach(each -> all.add(new Demand(
                        each.risk() == Risk.SEVERE ? Kind.SEVERE_CHANGE : Kind.CHANGE,
                        each.line(),
                        each.call(),
                        each.name(),
                        each.certain())));
        checked.questions()
                .forEach(each -> all.add(new Demand(
                        each.severe() ? Kind.SEVERE_QUESTION : Kind.QUESTION,
                        each.line(),
                        "confirm",
                        each.name(),
                        each.certain())));
        return all;
    }

    /** The lines of a cache, which {@link #read} takes. */
    static String write(List<Demand> demands) {
        StringBuilder lines = new StringBuilder();
        for (Demand each : demands) {
            // A name over several lines is as good as none here.
            String name = each.name.chars().anyMatch(Character::isISOControl) ? "" : each.name;
            lines.append(String.join(
                            SEPARATOR,
                            each.kind.name().toLowerCase(Locale.ROOT),
                            String.valueOf(each.line),
                            each.call,
                            name,
                            String.valueOf(each.certain)))
                    .append('\n');
        }
        return lines.toString();
    }

    static List<Demand> read(String lines) {
        return lines.lines()
                .map(line -> line.split(SEPARATOR, -1))
                .filter(fields -> fields.length == FIELDS)
                .map(fields -> new Demand(
                        Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(fields[1]),
                        fields[2],
                        fields[3],
                        Boolean.parseBoolean(fields[4])))
                .toList();
    }
}

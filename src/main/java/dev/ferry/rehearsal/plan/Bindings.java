package dev.ferry.rehearsal.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a real run for the stand-ins of its plan. */
final class Bindings {
    private static final Pattern STAND_IN = Pattern.compile("<[^<>\\n]{1,200}>");

    private final Map<String, String> real;

    /** Nothing is known yet. */
    Bindings() {
        real = new HashMap<>();
    }

    /** A copy. */
    Bindings(Bindings known) {
        real = new HashMap<>(known.real);
    }

    /** Takes from the answer to a change what later ones will use. */
    void learn(List<Made> makes, @Nullable Object answer) {
        Map<String, Object> leaves = Leaves.byPlace(answer);
        for (Made made : makes) {
            Object value = leaves.get(made.field());
            if (value != null) {
                real.put(made.standIn(), value.toString());
            }
        }
    }

    /** The text of a plan as far as what it stands for is known. */
    String in(String planned) {
        return STAND_IN.matcher(planned)
                .replaceAll(match -> Matcher.quoteReplacement(real.getOrDefault(match.group(), match.group())));
    }

    /**
     * Whether a text is what the plan says. A stand-in that nothing is known for yet stands for whatever is there, and from then on for
     * that alone.
     */
    boolean agree(String planned, String text) {
        String known = in(planned);
        if (known.equals(text)) {
            return true;
        }
        StringBuilder shape = new StringBuilder();
        Map<String, Integer> groups = new LinkedHashMap<>();
        Matcher standIn = STAND_IN.matcher(known);
        int end = 0;
        while (standIn.find()) {
            shape.append(Pattern.quote(known.substring(end, standIn.start())));
            Integer group = groups.get(standIn.group());
            if (group == null) {
                groups.put(standIn.group(), groups.size() + 1);
                shape.append("([^/?&\\s]+)");
            } else {
                shape.append('\\').append(group);
            }
            end = standIn.end();
        }
        if (groups.isEmpty()) {
            return false;
        }
        Matcher found =
                Pattern.compile(shape + Pattern.quote(known.substring(end))).matcher(text);
        if (!found.matches()) {
            return false;
        }
        groups.forEach((name, group) -> real.put(name, found.group(group)));
        return true;
    }
}

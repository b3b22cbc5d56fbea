package dev.ferry.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a tree and the lines below it. Printed for people, it is drawn with branches; as JSON or YAML it is nested.
 *
 * <pre>{@code
 * Iterable<Outline> projects = () -> atlas.projects.list().stream().map(p -> Outline.leaf(p.name(), p.id())).iterator();
 * printer.print(new Outline("Acme", "2 projects", projects));
 * // Acme  2 projects
 * // ├─ billing  60c4fd418ebe251047c50554
 * // └─ shop  60c4fd418ebe251047c50555
 * }</pre>
 *
 * @param label what the line is called
 * @param note what is said beside it, null when there is nothing to say
 * @param children the lines below, asked for once this line is known to come and drawn one by one; each is drawn as soon
 *     as it is known whether another one follows
 */
public record Outline(String label, @Nullable String note, Iterable<Outline> children) {

    /** A line with nothing below. */
    public static Outline leaf(String label, @Nullable String note) {
        return new Outline(label, note, List.of());
    }
}

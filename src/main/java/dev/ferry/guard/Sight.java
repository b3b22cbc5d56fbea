package dev.ferry.guard;

import java.util.List;

/**
 * What a change would hit, as far as it can be seen.
 *
 * @param things from the innermost to the outermost
 * @param facts what else the body and the state of the thing say
 * @param remarks what could not be looked up, and why, in sentences
 * @param answers what may be typed to confirm the change, first of all the one that is asked for; never empty, none is blank
 */
record Sight(List<Thing> things, List<Fact> facts, List<String> remarks, List<String> answers) {
    Sight {
        things = List.copyOf(things);
        facts = List.copyOf(facts);
        remarks = remarks.stream().map(Legible::of).toList();
        answers = List.copyOf(answers);
    }

    /**
     * One thing.
     *
     * @param word what it is, such as {@code project}
     * @param name its name exactly as it was read; empty when it has none, or it is not known
     * @param id its id; empty where the service goes by the name
     */
    record Thing(String word, String name, String id) {
        /** As {@code shop (65f0…)}, with codes for what cannot be seen. */
        String said() {
            String shown = Legible.of(name);
            String by = Legible.of(id);
            return name.isEmpty() ? by : id.isEmpty() ? shown : shown + " (" + by + ")";
        }

        /** What confirms that this is meant: its name, its id where the name cannot be read and typed as it is, or else the codes. */
        String answer() {
            return name.isEmpty() || (!id.isEmpty() && !Legible.isPlain(name)) ? id : Legible.typed(name);
        }
    }

    /**
     * One more thing to know.
     *
     * @param word what it is about, such as {@code into cluster}
     * @param text what it is
     */
    record Fact(String word, String text) {}
}

package dev.ferry.guard;

import java.util.List;

/**
 * What a change would hit, as far as it can be seen.
 *
 * @param things from the innermost to the outermost
 * @param facts what else the body and the state of the thing say
 * @param remarks what could not be looked up, and why, in sentences
 * @param names what has to be typed, first of all the one that is asked for; never empty
 */
record Sight(List<Thing> things, List<Fact> facts, List<String> remarks, List<String> names) {
    Sight {
        things = List.copyOf(things);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        names = List.copyOf(names);
    }

    /**
     * One thing.
     *
     * @param word what it is, such as {@code project}
     * @param name its name; empty when it has none, or it is not known
     * @param id its id; empty where the service goes by the name
     */
    record Thing(String word, String name, String id) {
        /** As {@code shop (65f0…)}. */
        String said() {
            return name.isEmpty() ? id : id.isEmpty() ? name : name + " (" + id + ")";
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

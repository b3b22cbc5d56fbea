package dev.ferry.script.analysis.complete;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What exists at the services, as far as it is remembered. Every method answers from memory, at once: it is asked while somebody types.
 */
public interface LiveNames {
    /** Nothing is known of anything. */
    LiveNames NONE = new LiveNames() {
        @Override
        public Found find(Wanted wanted, String typed, int most) {
            return Found.NOTHING;
        }

        @Override
        public Optional<String> idOf(ApiSide side, Thing thing, String name) {
            return Optional.empty();
        }
    };

    /**
     * What is looked for.
     *
     * @param within ids or names of the things that enclose it, as far as the text tells: the project of a cluster. Something of another
     *     project is never found then
     */
    record Wanted(ApiSide side, Thing thing, Map<Thing, String> within) {
        public Wanted {
            within = Map.copyOf(within);
        }
    }

    /**
     * What was found.
     *
     * @param names best match first
     * @param remark what a person should know of the answer, such as that it is old or not all there is; empty when it is as it should be
     */
    record Found(List<LiveName> names, String remark) {
        /** Nothing, and nothing to say about it. */
        public static final Found NOTHING = new Found(List.of(), "");

        public Found {
            names = List.copyOf(names);
        }
    }

    /**
     * The things that fit what is typed: their name or id contains it, or its letters in this order.
     *
     * @param typed empty for all
     * @param most how many at most
     */
    Found find(Wanted wanted, String typed, int most);

    /** The id of the only thing with this name or id; empty when there is none, or more than one. */
    Optional<String> idOf(ApiSide side, Thing thing, String name);
}

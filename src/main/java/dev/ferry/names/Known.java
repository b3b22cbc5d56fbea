package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known at a moment. Never changes: whoever looks something up sees one state of it.
 *
 * @param readings when which list was read
 * @param cut whether there were more names than are kept
 */
record Known(Map<Kind, Shelf> shelves, Map<Part, Reading> readings, boolean cut) {
    static final Known NOTHING = new Known(Map.of(), Map.of(), false);

    Shelf shelf(ApiSide side, Thing thing) {
        return shelves.getOrDefault(new Kind(side, thing), Shelf.EMPTY);
    }

    /** The name of a thing by its id; the id where the name is not known. */
    String name(ApiSide side, Thing thing, String id) {
        @Nullable Entry entry = id.isEmpty() ? null : shelf(side, thing).byId(id);
        return entry == null ? id : entry.name();
    }
}

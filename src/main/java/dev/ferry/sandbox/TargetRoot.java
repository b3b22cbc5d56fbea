package dev.ferry.sandbox;

import dev.ferry.api.atlas.CallingKey;
import dev.ferry.api.atlas.Root;
import dev.ferry.api.atlas.SystemStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says who is calling: null for {@code apiKey} when it is a service account. */
record TargetRoot(Call call) implements Root {
    /** Any commit will do, as long as it looks like one. */
    static final String BUILD = "5a6d0b0c5a6d0b0c5a6d0b0c5a6d0b0c5a6d0b0c";

    @Override
    public SystemStatus status(Map<String, Object> options) {
        Caller caller = call.caller();
        CallingKey key = caller.kind() == Caller.Kind.API_KEY
                ? new CallingKey(caller.id(), caller.login(), Role.assignments(caller.roles()), List.of(), Map.of())
                : null;
        Map<String, Object> more = new HashMap<>();
        if (key == null) {
            more.put("apiKey", null);
        }
        return new SystemStatus("MongoDB Atlas", BUILD, false, key, more);
    }
}

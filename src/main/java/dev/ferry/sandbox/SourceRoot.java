package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.Root;
import dev.ferry.api.cloudmanager.ServiceRoot;
import java.util.Map;

/** The root of the source's API. */
record SourceRoot(Call call) implements Root {
    @Override
    public ServiceRoot get(Map<String, Object> options) {
        return new ServiceRoot("MongoDB Cloud", TargetRoot.BUILD, false, Map.of());
    }
}

package dev.ferry.script.analysis;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A script base class with real clients behind it: who evaluates a line of it sends requests, and each use is counted. */
public abstract class ServedScript extends Script {

    static final AtomicInteger TOUCHED = new AtomicInteger();

    private static @Nullable Atlas atlas;
    private static @Nullable CloudManager cloudManager;

    static void serve(ApiClient client) {
        atlas = new Atlas(client);
        cloudManager = new CloudManager(client);
        TOUCHED.set(0);
    }

    public Atlas getAtlas() {
        TOUCHED.incrementAndGet();
        return atlas;
    }

    public CloudManager getCm() {
        TOUCHED.incrementAndGet();
        return cloudManager;
    }

    public List<String> getArgs() {
        TOUCHED.incrementAndGet();
        return List.of();
    }

    public <T> T step(String name, Closure<T> work) {
        TOUCHED.incrementAndGet();
        return work.call();
    }

    public void table(Object value, String... columns) {
        TOUCHED.incrementAndGet();
    }

    public String json(Object value) {
        TOUCHED.incrementAndGet();
        return "";
    }
}

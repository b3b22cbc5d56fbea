package dev.ferry.script.analysis;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A script base class as the real one declares it, except that whatever touches it is counted and refused. */
public abstract class CountingScript extends Script {

    static final AtomicInteger TOUCHED = new AtomicInteger();

    public Atlas getAtlas() {
        throw touched();
    }

    public CloudManager getCm() {
        throw touched();
    }

    public List<String> getArgs() {
        throw touched();
    }

    public <T> T step(String name, Closure<T> work) {
        throw touched();
    }

    public void table(Object value, String... columns) {
        throw touched();
    }

    public String json(Object value) {
        throw touched();
    }

    private static AssertionError touched() {
        TOUCHED.incrementAndGet();
        return new AssertionError("evaluated");
    }
}

package dev.ferry.api.http;

import dev.ferry.api.argument.ArgumentRefusal;
import dev.ferry.api.argument.OperationArguments;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.output.Suggestion;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of an API by its name, full or short, as the API's documentation has it. A method is an operation; its named
 * arguments are what goes into path, query and headers, {@code body} (a map, a list, or a text that is JSON) and
 * {@code version}. All of them are checked by the table of operations before anything is sent.
 *
 * <pre>{@code
 * atlas.api.listOrgs()                                              // a listing of maps, page by page
 * atlas.api.getGroupCluster(groupId: shop.id, clusterName: 'c1')    // a map
 * atlas.api.createCluster(groupId: shop.id, body: [name: 'c2', …])
 * atlas.api.downloadClusterLog(groupId: shop.id, hostName: host, logName: 'mongodb', to: 'mongodb.gz')
 * atlas.api.migrateGroup                                            // what is documented about it
 * }</pre>
 *
 * <p>Answers are maps and lists, with every field the service sent; an operation with pages gives a
 * {@link dev.ferry.api.Listing} unless {@code pageNum} asks for one page; an empty answer is null. Operations that answer with
 * a file take {@code to}, and give a {@link Download}. Where a version offers JSON and CSV, {@code format: 'csv'} chooses, and
 * so does a file name that ends in {@code .csv}; without {@code to}, CSV is a text. A file that exists stays as it is unless
 * the call says {@code overwrite: true}.
 */
public final class Operations extends GroovyObjectSupport {
    private final String name;
    private final Supplier<Catalog> catalog;
    private final Supplier<Wire> wire;

    Operations(String name, Supplier<Catalog> catalog, Supplier<Wire> wire) {
        this.name = name;
        this.catalog = catalog;
        this.wire = wire;
    }

    /** The operations there are. */
    public Catalog catalog() {
        return catalog.get();
    }

    /**
     * Calls an operation.
     *
     * @param operation its name, full or short
     * @param arguments its arguments by name
     * @return a listing, maps and lists, a {@link Download}, or null when the answer is empty
     * @throws CallRefusedException when there is no such operation, or an argument is not what it takes; nothing was sent
     * @throws ApiException when the call does not end well
     */
    public @Nullable Object call(String operation, Map<String, ?> arguments) {
        Operation found = catalog().byName(operation).orElseThrow(() -> unknown(operation));
        return wire.get().byName(OperationArguments.check(name + "." + operation, found, arguments));
    }

    /** Lets a script write an operation as a method: {@code atlas.api.getGroup(groupId: …)}. */
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invokeMethod(String operation, @Nullable Object arguments) {
        Object[] given = arguments instanceof Object[] many ? many : new Object[] {arguments};
        boolean named = given.length == 0 || (given.length == 1 && given[0] instanceof Map);
        Operation found = named ? null : catalog().byName(operation).orElse(null);
        if (found != null) {
            String first =
                    found.arguments().stream().map(Argument::name).findFirst().orElse("…");
            throw ArgumentRefusal.because(
                    name + "." + operation, "takes its arguments by name, as in " + first + ": …");
        }
        return call(operation, given.length == 0 || !named ? Map.of() : (Map<String, ?>) given[0]);
    }

    /** What is documented about an operation: {@code atlas.api.getGroup}. */
    @Override
    public Object getProperty(String property) {
        Operation operation = catalog().byName(property).orElse(null);
        if (operation != null) {
            return operation;
        }
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException e) {
            throw unknown(property);
        }
    }

    private CallRefusedException unknown(String operation) {
        return ArgumentRefusal.because(
                name,
                "has no operation '" + operation + "'"
                        + Suggestion.orDidYouMean(operation, catalog().names()));
    }

    /** What it is, for whoever prints it. */
    @Override
    public String toString() {
        return name + ": " + catalog().operations().size() + " operations by name";
    }
}

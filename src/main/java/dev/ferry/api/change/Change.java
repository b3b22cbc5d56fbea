package dev.ferry.api.change;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Risk;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that may change something, as it is about to leave.
 *
 * @param side which API it belongs to
 * @param host where it goes: scheme, host and port
 * @param who the public half of the credentials it is made with
 * @param method HTTP verb
 * @param path path from the host, as it is sent, with the query
 * @param operation what it calls; empty for a path that no table knows
 * @param values what stands in the path, by the names of the operation's template, decoded
 * @param body what is sent, as maps and lists, with values under names of secrets as {@link dev.ferry.output.Secret}; null for
 *     nothing, or for what is not JSON
 * @param risk what it may do; never {@link Risk#READS}
 * @param before whether the sign that would show it afterwards is there already
 */
public record Change(
        ApiSide side,
        URI host,
        String who,
        String method,
        String path,
        Optional<Operation> operation,
        Map<String, String> values,
        @Nullable Object body,
        Risk risk,
        Before before) {

    /** A change before which nothing is read. */
    public Change(
            ApiSide side,
            URI host,
            String who,
            String method,
            String path,
            Optional<Operation> operation,
            Map<String, String> values,
            @Nullable Object body,
            Risk risk) {
        this(side, host, who, method, path, operation, values, body, risk, Before.NOT_READ);
    }

    public Change {
        // In their order: whoever reads them wants the outermost first.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same change with what a read shows before it. */
    public Change with(Before look) {
        return new Change(side, host, who, method, path, operation, values, body, risk, look);
    }

    /** The operation's name, or verb and path where no table knows it. */
    public String name() {
        return operation.map(Operation::id).orElse(line());
    }

    /** Verb and path. */
    public String line() {
        return method + " " + path;
    }
}

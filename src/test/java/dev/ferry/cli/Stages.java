package dev.ferry.cli;

import dev.ferry.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests what all of them can share: Ferry as it is installed, the process of the sandboxes, and what Ferry can make again. */
final class Stages implements ParameterResolver {
    /** Seconds that pass in the sandbox in one: a migration takes about two of ours. */
    private static final double SPEED = 3000;

    /** What is shared, until the last test has ended. */
    static final class Shared implements AutoCloseable {
        private final Path folder;
        private final Sandboxes sandboxes;
        private final Installed ferry;

        private Shared() {
            try {
                folder = Files.createTempDirectory("ferry-stages");
                sandboxes = Sandboxes.start();
                ferry = Installed.in(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A new one for a home of its own. The sandbox of the stage before is gone then. */
        Stage stage(Path home) throws IOException {
            return new Stage(ferry, home, folder.resolve("cache"), sandboxes, SPEED);
        }

        @Override
        public void close() throws IOException {
            sandboxes.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Stages.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
    }
}

package dev.ferry.api.contract;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.ApiClient;
import dev.ferry.sandbox.Limits;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sandbox, and somebody in it who has an untroubled connection: prepares, and looks afterwards what has happened. */
final class Stage implements AutoCloseable {
    static final String PASSWORD = "pw-canary-7Yc1dQ";

    private final Path root;
    private final Sandbox sandbox;
    private final ApiClient client;
    private final Atlas calm;
    private final String org;
    private int made;

    /** @param root an empty folder */
    Stage(Path root) throws IOException {
        this.root = root;
        this.sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0).withLimits(Limits.none()));
        this.client = new ApiClient(sandbox.target(), ApiClient.Settings.defaults());
        this.calm = new Atlas(client);
        this.org = sandbox.credentials().get(1).orgId();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Atlas calm() {
        return calm;
    }

    /** The organization of the target. */
    String org() {
        return org;
    }

    /**
     * Puts its clock, which stands still, to the time of now. The dates of its answers go on: what it has just made would look older than the
     * call that made it.
     */
    void catchUp() {
        Duration behind = Duration.between(sandbox.clock().instant(), Instant.now());
        if (!behind.isNegative()) {
            sandbox.clock().advance(behind);
        }
    }

    /** A new project. */
    String project() {
        return calm.getProjects()
                .create(Map.of("name", "p" + made++, "orgId", org))
                .id();
    }

    /** A new folder. */
    Path folder() {
        try {
            return Files.createDirectory(root.resolve("f" + made++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Deed.Attempt attempt(String project, Function<Atlas, String> call) {
        return new Deed.Attempt(project, call, ok -> "");
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}

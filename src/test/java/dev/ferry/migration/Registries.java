package dev.ferry.migration;

import dev.ferry.profile.Folders;
import java.nio.file.Path;

/** Registries of tests. */
final class Registries {
    private Registries() {}

    static Registry in(Path state) {
        return Registry.in(new Folders(state, state, state));
    }

    static Path file(Path state) {
        return state.resolve("migrations.json");
    }
}

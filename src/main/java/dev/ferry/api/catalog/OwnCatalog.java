package dev.ferry.api.catalog;

import dev.ferry.profile.Folders;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's own table of the Atlas API: what a newer document says otherwise than the table that comes with the program. */
public final class OwnCatalog {
    private final Path operations;
    private final Path shapes;

    private OwnCatalog(Path folder) {
        this.operations = folder.resolve(Catalogs.ATLAS_TABLE);
        this.shapes = folder.resolve(Catalogs.SHAPES);
    }

    /** The one of these folders; it need not exist. */
    public static OwnCatalog of(Folders folders) {
        return new OwnCatalog(Catalogs.folder(folders));
    }

    /** Where it is. */
    public Path file() {
        return operations;
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(operations) || Files.exists(shapes);
    }

    /**
     * Puts what the document says otherwise than the program in the place of what was there. What the document does not know
     * any more stays callable: it is the service that decides.
     *
     * @throws SettingsException when it cannot be written; the table is then as it was
     */
    public void replace(OpenApiDocument document) {
        Catalog shipped = Catalog.atlas();
        List<Operation> other = document.operations().stream()
                .filter(operation -> !named(shipped, operation).equals(Optional.of(operation)))
                .toList();
        Map<String, Map<String, Shapes.Field>> otherShapes = new LinkedHashMap<>();
        document.shapes().forEach((name, fields) -> {
            if (!Shapes.table().fields(name).equals(Optional.of(fields))) {
                otherShapes.put(name, fields);
            }
        });
        // First what an operation may refer to: a reader in between sees shapes that nobody needs yet.
        new Shapes(otherShapes).write(shapes);
        new Catalog(other).write(operations);
    }

    private static Optional<Operation> named(Catalog catalog, Operation operation) {
        return catalog.of(operation.method(), operation.path())
                .filter(known -> known.id().equals(operation.id()));
    }

    /**
     * Forgets it: what comes with the program counts again.
     *
     * @throws SettingsException when it cannot be removed
     */
    public void forget() {
        for (Path file : List.of(operations, shapes)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new SettingsException(file + " cannot be removed: " + e.getMessage(), e);
            }
        }
    }
}

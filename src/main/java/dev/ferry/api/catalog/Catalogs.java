package dev.ferry.api.catalog;

import dev.ferry.profile.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs in use: those that come with the program, overlaid by tables of the user's own. Such a table is called
 * {@code atlas.tsv} or {@code cloudmanager.tsv} and has the format of those in the program; an operation in it replaces the
 * one of the same name, or is a new one. So does a shape in {@code shapes.tsv}. Each is read once, on first use.
 */
public final class Catalogs {
    /** What every path of the Atlas Administration API v2 begins with; the path of its root resource. */
    public static final String ATLAS = "/api/atlas/v2";

    /** What every path of the public API v1.0 begins with; the path of its root resource. */
    public static final String CLOUD_MANAGER = "/api/public/v1.0";

    /** Those that come with the program, and nothing else. */
    public static final Catalogs SHIPPED = new Catalogs(null);

    static final String ATLAS_TABLE = "atlas.tsv";
    static final String SHAPES = "shapes.tsv";

    private final @Nullable Path folder;
    private @Nullable Catalog atlas;
    private @Nullable Catalog cloudManager;
    private @Nullable Shapes shapes;

    private Catalogs(@Nullable Path folder) {
        this.folder = folder;
    }

    /** With the user's own tables, {@code $XDG_CONFIG_HOME/ferry/catalog/}. */
    public static Catalogs of(Folders folders) {
        return in(folder(folders));
    }

    /** With the tables in this folder, which need not exist. */
    public static Catalogs in(Path folder) {
        return new Catalogs(folder);
    }

    /** Where the user's own tables are. */
    public static Path folder(Folders folders) {
        return folders.config().resolve("catalog");
    }

    /**
     * The Atlas Administration API v2.
     *
     * @throws dev.ferry.profile.SettingsException when the user's own table cannot be read; names file and line
     */
    public synchronized Catalog atlas() {
        Catalog found = atlas;
        if (found == null) {
            found = overlaid(Catalog.atlas(), ATLAS_TABLE);
            atlas = found;
        }
        return found;
    }

    /**
     * The public API v1.0 of Cloud Manager and Ops Manager.
     *
     * @throws dev.ferry.profile.SettingsException when the user's own table cannot be read; names file and line
     */
    public synchronized Catalog cloudManager() {
        Catalog found = cloudManager;
        if (found == null) {
            found = overlaid(Catalog.cloudManager(), "cloudmanager.tsv");
            cloudManager = found;
        }
        return found;
    }

    /**
     * What the bodies of requests look like.
     *
     * @throws dev.ferry.profile.SettingsException when the user's own table cannot be read; names file and line
     */
    public synchronized Shapes shapes() {
        Shapes found = shapes;
        if (found == null) {
            Path own = own(SHAPES);
            found = own == null ? Shapes.table() : Shapes.table().overlaidBy(Shapes.read(own));
            shapes = found;
        }
        return found;
    }

    /**
     * What a request calls, in whichever API its path belongs to.
     *
     * @param path the path of a request, from the host
     */
    public Optional<Catalog.Match> match(String method, String path) {
        return ofPath(path).flatMap(catalog -> catalog.match(method, path));
    }

    /**
     * The operation behind a verb and the template of a path, in whichever API the path belongs to.
     *
     * @param path a path with {@code {name}} for its parameters, from the host
     */
    public Optional<Operation> of(String method, String path) {
        return ofPath(path).flatMap(catalog -> catalog.of(method, path));
    }

    private Optional<Catalog> ofPath(String path) {
        if (path.startsWith(ATLAS)) {
            return Optional.of(atlas());
        }
        return path.startsWith(CLOUD_MANAGER) ? Optional.of(cloudManager()) : Optional.empty();
    }

    private Catalog overlaid(Catalog shipped, String name) {
        Path own = own(name);
        return own == null ? shipped : shipped.overlaidBy(Catalog.read(own));
    }

    private @Nullable Path own(String name) {
        Path own = folder == null ? null : folder.resolve(name);
        return own == null || !Files.exists(own) ? null : own;
    }
}

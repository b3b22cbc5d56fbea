package dev.ferry.cli;

import dev.ferry.api.catalog.OpenApiDocument;
import dev.ferry.api.catalog.UnusableDocumentException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.PublicDocument;
import dev.ferry.profile.Network;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Side;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a document of the API comes from: a file, or an address that is asked without credentials. */
final class CatalogSource {
    private CatalogSource() {}

    /**
     * Reads it.
     *
     * @throws UsageException when there is no such file, or nothing can be made of what there is
     * @throws dev.ferry.api.failure.ApiException when an address does not give a whole document
     */
    static OpenApiDocument read(String source, CommandLineInterface ferry, GlobalOptions options) {
        try {
            return source.matches("(?i)https?://.*") ? fetched(source, ferry, options) : ofFile(source);
        } catch (UnusableDocumentException e) {
            throw new UsageException(source + ": " + e.getMessage(), e);
        }
    }

    private static OpenApiDocument fetched(String address, CommandLineInterface ferry, GlobalOptions options) {
        ApiClient.Settings settings =
                ApiClient.Settings.defaults().withProxies(CallSettings.proxies(ferry.environment()));
        // The network is that of the profile that a call would use, if there is one.
        Network network = Profiles.of(ferry.environment())
                .profileFor(options.wishes())
                .map(Profile::target)
                .map(Side::network)
                .orElse(Network.USUAL);
        return PublicDocument.read(uri(address), network, settings, OpenApiDocument::read);
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + address + "' is not an address of the web.", e);
        }
    }

    private static OpenApiDocument ofFile(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return OpenApiDocument.read(in);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file '" + file + "'.", e);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("The file '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }
}

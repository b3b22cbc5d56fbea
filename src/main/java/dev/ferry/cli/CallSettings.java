package dev.ferry.cli;

import dev.ferry.api.Timespan;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.network.Proxies;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profile;
import java.nio.file.Path;
import java.util.function.Supplier;

/** How the calls of a run are made, as its options and its profile say. */
final class CallSettings {
    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final CallReport report;

    CallSettings(
            GlobalOptions options,
            Streams streams,
            Environment environment,
            Supplier<Profile> profile,
            CallReport report) {
        this.options = options;
        this.streams = streams;
        this.environment = environment;
        this.profile = profile;
        this.report = report;
    }

    /**
     * For calls that somebody makes: he hears of them, and waits for them as long as he wants.
     *
     * @throws UsageException when the proxy cannot be understood
     */
    ApiClient.Settings heard() {
        Preferences wanted = profile.get().preferences();
        ApiClient.Settings settings = quiet().withPinnedVersion(
                        wanted.apiVersion().orElse(null))
                .withNotices(streams::notice)
                .withDownloads(new DownloadLine(streams));
        return report.of(wanted.timeout()
                .map(limit -> settings.withTimeLimit(Timespan.of(limit)))
                .orElse(settings));
    }

    /**
     * For calls that are made beside those.
     *
     * @throws UsageException when the proxy cannot be understood
     */
    ApiClient.Settings quiet() {
        ApiClient.Settings usual = ApiClient.Settings.defaults();
        return profile.get()
                .preferences()
                .connectTimeout()
                .map(limit -> usual.withTimeouts(
                        Timespan.of(limit),
                        usual.timeouts().read(),
                        usual.timeouts().call()))
                .orElse(usual)
                .withProxies(proxies(environment))
                .withCatalogs(Catalogs.of(Folders.of(environment)))
                // A sandbox of this run ends with it, and its tokens too.
                .withTokenFolder(options.sandbox != null ? null : tokens(Folders.of(environment)));
    }

    /** The same, but told of as the calls that somebody makes. */
    ApiClient.Settings told(ApiClient.Settings settings) {
        return report.of(settings);
    }

    /** Where the processes of this user share their access tokens. */
    static Path tokens(Folders folders) {
        return folders.state().resolve("tokens");
    }

    /** @throws UsageException when the proxy cannot be understood */
    static Proxies proxies(Environment environment) {
        try {
            return Proxies.of(environment);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }
}

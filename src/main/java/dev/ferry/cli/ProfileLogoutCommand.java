package dev.ferry.cli;

import dev.ferry.api.http.ApiClient;
import dev.ferry.api.login.Logout;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Login;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Side;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry profile logout}: makes the access tokens of a profile's service accounts invalid and forgets them. */
final class ProfileLogoutCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private @Nullable String name;

    ProfileLogoutCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        return Words.command(
                        "logout", this, "Revoke the access tokens of a profile's service accounts and forget them.")
                .addPositional(Words.optionalWord(
                        it -> name = it, "NAME", "The profile; when not given, what a command would work with now."));
    }

    @Override
    public Integer call() {
        Profiles profiles = Profiles.of(ferry.environment());
        Optional<Profile> found = name == null ? profiles.profileFor(options.wishes()) : profiles.resolve(name);
        Profile profile = found.orElseThrow(() -> new UsageException(
                "There is no profile in " + profiles.file() + "; 'ferry profile add NAME' adds one."));
        // Both sides are often the same account at the same address.
        Set<Side> sides = new LinkedHashSet<>(Stream.of(profile.source(), profile.target())
                .filter(Objects::nonNull)
                .toList());
        ExitCode code = ExitCode.DONE;
        for (Side side : sides) {
            ExitCode each = logout(side);
            code = code == ExitCode.DONE ? each : code;
        }
        return code.number();
    }

    private ExitCode logout(Side side) {
        String who = side.login().id() + " at " + side.baseUrl();
        if (side.login().kind() == Login.Kind.API_KEY) {
            say("The API key " + who + " has no access tokens: there is nothing to revoke.");
            return ExitCode.DONE;
        }
        Logout done;
        try (ApiClient client = new ApiClient(side.connect(ferry.environment()), settings())) {
            done = client.logout();
        }
        if (done.revoked() == 0 && done.failures().isEmpty()) {
            say("There is no access token of " + who + " to revoke.");
        } else if (done.revoked() > 0) {
            say("Revoked and forgot " + tokens(done.revoked()) + " of " + who + ".");
        }
        done.failures()
                .forEach(failure -> say("Forgot an access token of " + who
                        + ", but it is not revoked and ends by itself within an hour: " + failure.getMessage()));
        done.left().forEach(left -> say("An access token may still be kept: " + left + "."));
        if (!done.failures().isEmpty()) {
            return Failure.code(done.failures().get(0));
        }
        return done.left().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ApiClient.Settings settings() {
        return ApiClient.Settings.defaults()
                .withProxies(CallSettings.proxies(ferry.environment()))
                .withNotices(ferry.streams()::notice)
                .withTokenFolder(CallSettings.tokens(Folders.of(ferry.environment())));
    }

    private static String tokens(int number) {
        return number == 1 ? "the access token" : number + " access tokens";
    }

    private void say(String sentence) {
        ferry.streams().err().println(sentence);
    }
}

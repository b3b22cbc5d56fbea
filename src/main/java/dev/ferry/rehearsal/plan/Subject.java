package dev.ferry.rehearsal.plan;

import dev.ferry.api.ApiSide;
import dev.ferry.output.Secret;
import java.util.List;
import java.util.Optional;

/**
 * What was rehearsed, and on whose behalf.
 *
 * @param script the name of the script; {@code -} for standard input, {@code -e} for an expression
 * @param sha256 the sum of its text, in hexadecimal digits
 * @param arguments what it was given, without secrets
 * @param profile the profile's name
 * @param environment the profile's environment; empty when it has none
 * @param parties the services that it may speak to
 */
public record Subject(
        String script, String sha256, List<String> arguments, String profile, String environment, List<Party> parties) {

    /**
     * A service as the profile reaches it.
     *
     * @param host scheme, host and port
     * @param who the public half of the credentials
     */
    public record Party(ApiSide side, String host, String who) {}

    /** Copies the lists. */
    public Subject {
        arguments = List.copyOf(arguments);
        parties = List.copyOf(parties);
    }

    /** Whether it can be run with what is written here: a file with all of its arguments. */
    public boolean isComplete() {
        return !script.startsWith("-") && arguments.stream().noneMatch(each -> each.contains(Secret.MASK));
    }

    /** The service of a side; empty when the profile has none. */
    public Optional<Party> party(ApiSide side) {
        return parties.stream().filter(party -> party.side() == side).findFirst();
    }
}

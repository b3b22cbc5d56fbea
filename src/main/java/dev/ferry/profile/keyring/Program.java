package dev.ferry.profile.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.output.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The program that a platform has for its keyring. No word of a command holds a secret: the list of processes shows them to everybody.
 *
 * @param name what it is called on the search path
 * @param store its words to keep a secret, with {@code NAME} for the name of it
 * @param input what it reads on standard input then
 * @param find its words to print one
 * @param forget its words to remove one
 * @see <a href="https://manpages.debian.org/stable/libsecret-tools/secret-tool.1.en.html">secret-tool(1)</a>
 * @see <a href="https://ss64.com/mac/security-password.html">security(1), add-generic-password</a>
 */
record Program(
        String name,
        List<String> store,
        BiFunction<String, Secret, String> input,
        List<String> find,
        List<String> forget) {
    /** What {@link #store}, {@link #find} and {@link #forget} say in place of the name. */
    private static final String NAME = "NAME";

    /** What they say in place of the program that it belongs to. */
    private static final String SERVICE = "SERVICE";

    /** The Secret Service of freedesktop.org: GNOME, KDE, KeePassXC. */
    static final Program SECRET_TOOL = new Program(
            "secret-tool",
            List.of("store", "--label=Ferry: " + NAME, "service", SERVICE, "username", NAME),
            (name, secret) -> secret.reveal(),
            List.of("lookup", "service", SERVICE, "username", NAME),
            List.of("clear", "service", SERVICE, "username", NAME));

    /** The keychain of macOS, whose program takes its command on standard input, and the secret as hexadecimal digits in it. */
    static final Program SECURITY = new Program(
            "security",
            List.of("-i"),
            (name, secret) -> "add-generic-password -U -s ferry -a \"" + name + "\" -X "
                    + HexFormat.of().formatHex(secret.reveal().getBytes(UTF_8)) + "\n",
            List.of("find-generic-password", "-s", SERVICE, "-a", NAME, "-w"),
            List.of("delete-generic-password", "-s", SERVICE, "-a", NAME));

    /** The one of a system, as Java calls it; null where there is none that gives a secret back. */
    static @Nullable Program of(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? null : lower.startsWith("mac") ? SECURITY : SECRET_TOOL;
    }

    /** The words with service and name in their places. */
    static List<String> words(List<String> words, String service, String name) {
        UnaryOperator<String> filled = word -> word.replace(SERVICE, service).replace(NAME, name);
        return words.stream().map(filled).toList();
    }
}

package dev.ferry.api.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are reached without the proxy: the list in {@code NO_PROXY}, with commas or blanks between its entries.
 *
 * <table>
 * <caption>What an entry may be</caption>
 * <tr><td>{@code *}</td><td>every host</td></tr>
 * <tr><td>{@code example.com}, {@code .example.com}, {@code *.example.com}</td><td>that host and all below it</td></tr>
 * <tr><td>{@code 10.1.2.3}, {@code 2001:db8::1}, {@code [::1]}</td><td>that address</td></tr>
 * <tr><td>{@code 10.0.0.0/8}, {@code 2001:db8::/32}</td><td>those addresses, where the URL names an address</td></tr>
 * <tr><td>any of the first three with {@code :8443} behind it; addresses of version 6 then in brackets</td>
 * <td>on that port</td></tr>
 * </table>
 *
 * @param entries as they were written, in small letters
 * @param variable where they were written
 */
public record DirectHosts(List<String> entries, String variable) {
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]*]|[^:]*):(\\d{1,5})");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

    static DirectHosts of(@Nullable String list, String variable) {
        return new DirectHosts(
                list == null
                        ? List.of()
                        : Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                                .filter(entry -> !entry.isEmpty())
                                .toList(),
                variable);
    }

    /** Why this host is reached directly; null when it is not. */
    @Nullable
    String reason(String host, int port) {
        String name = bare(host.toLowerCase(Locale.ROOT));
        if (HostRules.isLoopback(name)) {
            return "this machine is always reached directly";
        }
        return entries.stream()
                .filter(entry -> matches(entry, name, port))
                .findFirst()
                .map(entry -> variable + " has " + entry)
                .orElse(null);
    }

    private static boolean matches(String entry, String name, int port) {
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            return Integer.parseInt(withPort.group(2)) == port && matches(withPort.group(1), name, port);
        }
        if (entry.equals("*")) {
            return true;
        }
        int slash = entry.indexOf('/');
        if (slash > 0) {
            return isWithin(name, entry.substring(0, slash), entry.substring(slash + 1));
        }
        String wanted = bare(entry).replaceFirst("^\\*?\\.", "");
        byte[] address = address(name);
        return address != null
                ? Arrays.equals(address, address(wanted))
                : !wanted.isEmpty() && (name.equals(wanted) || name.endsWith("." + wanted));
    }

    private static boolean isWithin(String name, String network, String length) {
        byte[] address = address(name);
        byte[] first = address(bare(network));
        if (address == null || first == null || first.length != address.length || !length.matches("\\d{1,3}")) {
            return false;
        }
        int rest = Math.max(0, address.length * 8 - Integer.parseInt(length));
        return new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, first).shiftRight(rest));
    }

    /** Null for a name: asking for the address of one would tell the network what is behind the proxy. */
    private static byte @Nullable [] address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}

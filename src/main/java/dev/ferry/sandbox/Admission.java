package dev.ferry.sandbox;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a project's access list.
 *
 * @param value the address, range or security group
 * @param type the field it was given in
 */
record Admission(
        String groupId,
        String value,
        String type,
        @Nullable String comment,
        @Nullable Instant until,
        Instant added) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    boolean activeBy(Instant now) {
        return !now.isBefore(added.plus(Pace.ENTRY_ACTIVE));
    }

    boolean exists(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether it lets this address in. */
    boolean covers(String address) {
        if (type.equals("ipAddress")) {
            return value.equals(address);
        }
        return type.equals("cidrBlock") && inRange(address, value);
    }

    /** Whether the text is an address of four or six, with a range length when {@code range} is set. */
    static boolean isAddress(String text, boolean range) {
        String[] parts = text.split("/", -1);
        if (parts.length != (range ? 2 : 1)) {
            return false;
        }
        byte[] bytes = bytes(parts[0]);
        return bytes != null
                && (!range || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bytes.length * 8));
    }

    private static boolean inRange(String address, String range) {
        String[] parts = range.split("/", 2);
        byte[] wanted = bytes(address);
        byte[] base = bytes(parts[0]);
        if (wanted == null || base == null || wanted.length != base.length) {
            return false;
        }
        int free = base.length * 8 - Integer.parseInt(parts[1]);
        return new BigInteger(1, wanted).shiftRight(free).equals(new BigInteger(1, base).shiftRight(free));
    }

    /** Only numbers are looked at: a name would send a question to the resolver. */
    private static byte @Nullable [] bytes(String address) {
        boolean complete = address.contains(":") || address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!complete || !ADDRESS.matcher(address).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}

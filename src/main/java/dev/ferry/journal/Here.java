package dev.ferry.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * From where changes are made.
 *
 * @param user by the name the operating system knows
 * @param machine its name
 */
record Here(String user, String machine) {
    /** Asking the network for the name of this machine may take seconds where names are not served. */
    private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

    static Here now() {
        return new Here(System.getProperty("user.name", "unknown"), name());
    }

    private static String name() {
        try {
            return Files.isReadable(NAME)
                    ? Files.readString(NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}

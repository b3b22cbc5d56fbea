package dev.ferry.cli;

import picocli.CommandLine.IVersionProvider;

/** {@code ferry --version}: what a report of a fault has to say. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "ferry " + (version == null ? "(development)" : version) + " (Java " + System.getProperty("java.version")
                    + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")"
        };
    }
}

package dev.ferry;

/** The entry point of the command line. */
public final class Ferry {
    private Ferry() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}

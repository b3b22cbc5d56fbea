package dev.ferry.api;

import dev.ferry.output.Printable;

/**
 * A service whose things can be listed without any argument. At the prompt such a service shows as its list:
 * {@code atlas.orgs} prints the organizations.
 */
public interface Listed extends Printable {
    /** Everything of this kind that the credentials may see. Pages are fetched as they are read. */
    Listing<?> list();

    /** How many there are, as {@link Listing#size()} knows it. */
    default int size() {
        return list().size();
    }

    @Override
    default Object toPrint() {
        return list();
    }
}

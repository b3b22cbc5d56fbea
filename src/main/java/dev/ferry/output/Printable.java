package dev.ferry.output;

/** A value that is shown as another one: a service, for instance, shows the list it serves. */
@FunctionalInterface
public interface Printable {
    /** The value to print instead of this one; may be {@code Printable} again. */
    Object toPrint();
}

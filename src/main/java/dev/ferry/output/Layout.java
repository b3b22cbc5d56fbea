package dev.ferry.output;

/** One way to write a value. Implementations redact by going through {@link Tree} or {@link Redactor} first. */
@FunctionalInterface
interface Layout {
    /** Writes {@code value}; reads the elements of a list one by one where the format allows it. */
    void write(Object value, Page page);
}

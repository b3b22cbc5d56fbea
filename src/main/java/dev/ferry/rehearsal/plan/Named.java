package dev.ferry.rehearsal.plan;

/**
 * A thing as people call it.
 *
 * @param kind what it is: {@code cluster}, {@code source project}, or the field of a body that names it
 * @param name its name; empty where only the id is known
 * @param id its id, or what stands for one that only the real run gets; empty where it has none
 */
public record Named(String kind, String name, String id) {
    /** As {@code cluster orders (65f0…)}. */
    @Override
    public String toString() {
        return name.isEmpty()
                ? kind + " " + id
                : kind + " " + name + (id.isEmpty() || id.equals(name) ? "" : " (" + id + ")");
    }
}

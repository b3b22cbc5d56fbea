package dev.ferry.rehearsal.plan;

/**
 * A text that a change makes and a later one may use: an id, mostly.
 *
 * @param standIn what stands for it in the plan, such as {@code <project shop>}
 * @param field where it stands in the answer to the change
 */
public record Made(String standIn, String field) {}

package dev.ferry.journal;

import java.util.List;
import java.util.Optional;

/**
 * What became of the old runs.
 *
 * @param dropped those that are gone
 * @param kept those that are old and stay, with the reasons
 */
public record Pruning(List<RunFile> dropped, List<Kept> kept) {
    public Pruning {
        dropped = List.copyOf(dropped);
        kept = List.copyOf(kept);
    }

    /** An old run that stays, because of something. */
    public record Kept(RunFile run, String reason) {}

    /** Knows of runs that are still needed. */
    @FunctionalInterface
    public interface Keeper {
        /** Why a run must stay, as {@code its migration 65f… is under way}; empty when nothing is known. */
        Optional<String> reason(RunFile run, Journal journal);
    }
}

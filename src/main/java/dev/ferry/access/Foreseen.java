package dev.ferry.access;

import dev.ferry.script.analysis.check.Effect;

/** A request that a text may send, and whether these credentials may send it. */
public record Foreseen(Effect effect, Verdict verdict) {}

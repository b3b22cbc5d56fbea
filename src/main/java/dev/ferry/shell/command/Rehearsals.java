package dev.ferry.shell.command;

import dev.ferry.rehearsal.plan.PlanMaker;
import java.util.Optional;

/** Begins and ends the rehearsals of a session. */
public interface Rehearsals {
    /** For a session that has no services to rehearse against. */
    Rehearsals NONE = new Rehearsals() {
        @Override
        public void begin() {
            throw new CommandException("This session has nothing to rehearse against.");
        }

        @Override
        public Optional<PlanMaker> now() {
            return Optional.empty();
        }

        @Override
        public Optional<PlanMaker> end() {
            return Optional.empty();
        }
    };

    /** From now on what changes something goes to a twin. */
    void begin();

    /** What is written down of the rehearsal that is going on; empty when there is none. */
    Optional<PlanMaker> now();

    /** Drops the twin; what was changed in it is gone. */
    Optional<PlanMaker> end();
}

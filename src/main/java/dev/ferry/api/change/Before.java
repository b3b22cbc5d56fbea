package dev.ferry.api.change;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sign by which a change is recognised afterwards was there before it. It is read when it is first asked for, and once: a
 * change that is refused, or answered from the journal, costs no read.
 */
public final class Before {
    /** What a read before the change showed. */
    public enum Sign {
        /** The sign was there: seen again afterwards, it proves nothing. */
        PRESENT,

        /** The sign was not there: seen afterwards, it comes from the change. */
        ABSENT,

        /** Nothing was read, or what was read cannot tell. */
        UNKNOWN;

        /** The sign of a word; a word that is missing or new is {@link #UNKNOWN}. */
        public static Sign of(@Nullable String word) {
            for (Sign sign : values()) {
                if (sign.word().equals(word)) {
                    return sign;
                }
            }
            return UNKNOWN;
        }

        /** Its word in a journal. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing was read before. */
    public static final Before NOT_READ = new Before(() -> Sign.UNKNOWN);

    private final Supplier<Sign> look;
    private @Nullable Sign sign;

    /** @param look reads it; asked at most once */
    public Before(Supplier<Sign> look) {
        this.look = look;
    }

    /**
     * What was read; reads it the first time, on the thread of the caller.
     *
     * @throws dev.ferry.api.failure.CallInterruptedException when the thread is interrupted; nothing is sent then
     */
    public synchronized Sign sign() {
        Sign read = sign;
        if (read == null) {
            read = look.get();
            sign = read;
        }
        return read;
    }
}

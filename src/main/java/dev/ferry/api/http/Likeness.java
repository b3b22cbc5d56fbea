package dev.ferry.api.http;

import dev.ferry.api.IsoTime;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what was read is what was sent. What was read may have more fields; secrets and fields that are not shown cannot tell. */
enum Likeness {
    SAME,
    /** What can be compared is the same, but not all can. */
    OPEN,
    OTHER;

    Likeness and(Likeness another) {
        return compareTo(another) >= 0 ? this : another;
    }

    /** Compares the fields of two documents. */
    static Likeness of(Map<?, ?> sent, Map<?, ?> read) {
        Likeness all = SAME;
        for (Map.Entry<?, ?> field : sent.entrySet()) {
            all = all.and(ofField(String.valueOf(field.getKey()), field.getValue(), read));
        }
        return all;
    }

    /** Compares one field; one that is not shown is the same only when null was sent. */
    static Likeness ofField(String name, @Nullable Object sent, Map<?, ?> read) {
        if (!read.containsKey(name)) {
            return sent == null ? SAME : OPEN;
        }
        Object shown = read.get(name);
        boolean hidden = sent instanceof Secret
                || Secret.MASK.equals(sent)
                || shown instanceof Secret
                || (sent instanceof String text && Redactor.isSecret(name, text));
        return hidden ? OPEN : ofValues(sent, shown);
    }

    static Likeness ofValues(@Nullable Object sent, @Nullable Object read) {
        if (sent == null || read == null) {
            return sent == read ? SAME : OTHER;
        }
        if (sent instanceof Map<?, ?> one && read instanceof Map<?, ?> other) {
            return of(one, other);
        }
        if (sent instanceof Collection<?> some && read instanceof Collection<?> others) {
            return ofLists(some, others);
        }
        if (sent instanceof Number one && read instanceof Number other) {
            boolean equal = new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
            return equal ? SAME : OTHER;
        }
        return sent.equals(read) || isSameTime(sent, read) ? SAME : OTHER;
    }

    /** The service may give a list back in another order. */
    private static Likeness ofLists(Collection<?> sent, Collection<?> read) {
        if (sent.size() != read.size()) {
            return OTHER;
        }
        List<@Nullable Object> left = new ArrayList<>(read);
        Likeness all = SAME;
        for (Object each : sent) {
            Likeness best = OTHER;
            int at = -1;
            for (int i = 0; i < left.size(); i++) {
                Likeness one = ofValues(each, left.get(i));
                if (one.compareTo(best) < 0) {
                    best = one;
                    at = i;
                }
            }
            if (at < 0) {
                return OTHER;
            }
            left.remove(at);
            all = all.and(best);
        }
        return all;
    }

    private static boolean isSameTime(Object one, Object other) {
        Optional<Instant> time = time(one);
        return time.isPresent() && time.equals(time(other));
    }

    static Optional<Instant> time(@Nullable Object value) {
        try {
            return value instanceof String text ? Optional.of(IsoTime.instant(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

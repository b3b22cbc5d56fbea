package dev.ferry.api.http;

import dev.ferry.api.catalog.Trace;
import dev.ferry.api.catalog.Trace.Condition;
import dev.ferry.api.change.Before;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a read says about a change that was sent before.
 *
 * @param finding whether it was done
 * @param seen in words
 * @param value what the change has made, as maps and lists, when it was done and the read shows it
 */
record Evidence(Finding finding, String seen, @Nullable Object value) {
    enum Finding {
        DONE,
        /** The sign is not there. It may come yet. */
        NOT_SEEN,
        /** Of the sign a part is there, and the rest is not shown. */
        PARTLY,
        /** What is there proves nothing. */
        OPEN
    }

    private static final List<String> STATES = List.of("stateName", "status", "state");
    private static final Set<String> ON_ITS_WAY_OUT =
            Set.of("DELETING", "DELETED", "DELETE_REQUESTED", "DELETE_PENDING", "TERMINATING");

    private static final List<String> NAMES = List.of("id", "_id", "clientId", "username", "name");
    private static final int A_FEW = 3;

    /** What this says of the state before a change, when it was read then. */
    Before.Sign sign() {
        return switch (finding) {
            case DONE -> Before.Sign.PRESENT;
            // A field that is not shown before and is shown afterwards has changed.
            case NOT_SEEN, PARTLY -> Before.Sign.ABSENT;
            case OPEN -> Before.Sign.UNKNOWN;
        };
    }

    /** What remains of it as proof: a sign counts only if it was not there before; where that is not known, only one with a date. */
    Evidence against(Trace trace, Before.Sign before) {
        boolean proves = before == Before.Sign.ABSENT || (before == Before.Sign.UNKNOWN && trace.isDated());
        if (finding != Finding.DONE || proves) {
            return this;
        }
        String doubt = before == Before.Sign.PRESENT ? "was so" : "may have been so";
        return new Evidence(Finding.OPEN, seen + ", but that " + doubt + " before this call", null);
    }

    /** There is nothing where the read looked. */
    static Evidence ofNothing(Trace trace) {
        return trace.kind() == Trace.Kind.GONE
                ? new Evidence(Finding.DONE, "it is gone", null)
                : new Evidence(Finding.NOT_SEEN, "it is not there", null);
    }

    /**
     * Judges what was read.
     *
     * @param body what was sent, as maps and lists
     * @param sent when it was sent, by the clock of the service, or a little earlier
     */
    static Evidence of(Trace trace, @Nullable Object body, Instant sent, @Nullable Object read) {
        Look look = new Look(trace, body, sent);
        return switch (trace.kind()) {
            case SHOWS -> look.shows(read);
            case GONE -> look.gone(read);
            case LISTS -> look.lists(elements(read)).of(read);
            case LISTS_ALL -> look.listsAll(elements(read), read).of(read);
            case ONLY_HINTS -> look.hints(elements(read)).of(read);
            case CANNOT_TELL -> new Evidence(Finding.OPEN, "", null);
        };
    }

    /** What was not seen on the first page of a list may be on another one. */
    private Evidence of(@Nullable Object list) {
        return finding == Finding.NOT_SEEN
                        && list instanceof Map<?, ?> page
                        && page.get("totalCount") instanceof Number total
                        && total.intValue() > elements(list).size()
                ? new Evidence(Finding.OPEN, seen + ", and there is more than was read", null)
                : this;
    }

    private static List<Map<?, ?>> elements(@Nullable Object read) {
        Object list = read instanceof Map<?, ?> page ? page.get("results") : read;
        List<Map<?, ?>> elements = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> element) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    private record Look(Trace trace, @Nullable Object body, Instant sent) {
        Evidence shows(@Nullable Object read) {
            if (!(read instanceof Map<?, ?> document)) {
                return new Evidence(Finding.OPEN, "what it shows cannot be compared with what was sent", null);
            }
            return switch (likeness(document)) {
                case SAME -> new Evidence(Finding.DONE, "it shows what was sent", document);
                case OPEN -> new Evidence(Finding.PARTLY, "it does not show" + open(document), null);
                case OTHER -> new Evidence(Finding.NOT_SEEN, other(document), null);
            };
        }

        Evidence gone(@Nullable Object read) {
            if (read instanceof Map<?, ?> document) {
                boolean leaving =
                        STATES.stream().anyMatch(field -> ON_ITS_WAY_OUT.contains(String.valueOf(document.get(field))))
                                || Boolean.TRUE.equals(document.get("isDeleted"))
                                || (!trace.signs().isEmpty() && likeness(document) == Likeness.SAME);
                if (leaving) {
                    return new Evidence(Finding.DONE, "it is on its way out", null);
                }
            }
            return new Evidence(Finding.NOT_SEEN, "it is still there", null);
        }

        Evidence lists(List<Map<?, ?>> elements) {
            for (Map<?, ?> element : elements) {
                if (likeness(element) == Likeness.SAME) {
                    return new Evidence(Finding.DONE, "it lists what was sent", element);
                }
            }
            return new Evidence(Finding.NOT_SEEN, "it lists nothing of what was sent", null);
        }

        Evidence listsAll(List<Map<?, ?>> elements, @Nullable Object read) {
            List<?> entries = body instanceof List<?> list ? list : List.of();
            boolean all = !entries.isEmpty()
                    && entries.stream().allMatch(entry -> elements.stream()
                            .anyMatch(each -> Likeness.ofValues(entry, each) == Likeness.SAME));
            return all
                    ? new Evidence(Finding.DONE, "it lists what was sent", read)
                    : new Evidence(Finding.NOT_SEEN, "it does not list everything that was sent", null);
        }

        Evidence hints(List<Map<?, ?>> elements) {
            List<String> names = elements.stream()
                    .filter(each -> likeness(each) == Likeness.SAME)
                    .map(Look::name)
                    .toList();
            if (names.isEmpty()) {
                return new Evidence(Finding.NOT_SEEN, "it lists nothing that could come from this call", null);
            }
            String more = names.size() > A_FEW ? " and " + (names.size() - A_FEW) + " more" : "";
            String few = String.join(", ", names.subList(0, Math.min(A_FEW, names.size())));
            return new Evidence(Finding.OPEN, "it lists what could come from this call: " + few + more, null);
        }

        private static String name(Map<?, ?> element) {
            return NAMES.stream()
                    .map(element::get)
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .findFirst()
                    .orElse("one without a name");
        }

        /** The best of all signs. */
        private Likeness likeness(Map<?, ?> read) {
            Likeness best = Likeness.OTHER;
            for (List<Condition> sign : trace.signs()) {
                Likeness whole = Likeness.SAME;
                for (Condition condition : sign) {
                    whole = whole.and(likeness(condition, read));
                }
                best = whole.compareTo(best) < 0 ? whole : best;
            }
            return best;
        }

        private Likeness likeness(Condition condition, Map<?, ?> read) {
            if (condition.equals(Condition.BODY)) {
                return body instanceof Map<?, ?> fields ? Likeness.of(fields, read) : Likeness.OPEN;
            }
            String value = condition.value();
            if (value.equals(Condition.SENT)) {
                return Likeness.time(read.get(condition.field()))
                        .map(time -> time.isBefore(sent) ? Likeness.OTHER : Likeness.SAME)
                        .orElse(Likeness.OPEN);
            }
            if (value.startsWith(Condition.FROM_BODY)) {
                Object field = body instanceof Map<?, ?> fields
                        ? fields.get(value.substring(Condition.FROM_BODY.length()))
                        : null;
                return field == null ? Likeness.SAME : Likeness.ofField(condition.field(), field, read);
            }
            Object shown = read.get(condition.field());
            return value.equals(String.valueOf(shown)) ? Likeness.SAME : Likeness.OTHER;
        }

        /** The fields that were sent and are shown like this. */
        private List<String> fields(Likeness likeness, Map<?, ?> read) {
            List<String> fields = new ArrayList<>();
            if (body instanceof Map<?, ?> sentFields) {
                sentFields.forEach((name, value) -> {
                    if (Likeness.ofField(String.valueOf(name), value, read) == likeness) {
                        fields.add("'" + name + "'");
                    }
                });
            }
            return fields;
        }

        /** Which fields were sent and are not shown. */
        private String open(Map<?, ?> read) {
            List<String> fields = fields(Likeness.OPEN, read);
            return fields.isEmpty() ? " all that could tell" : " all of " + String.join(", ", fields);
        }

        private String other(Map<?, ?> read) {
            for (List<Condition> sign : trace.signs()) {
                for (Condition condition : sign) {
                    if (likeness(condition, read) == Likeness.OTHER) {
                        return condition.value().equals(Condition.SENT)
                                ? "it shows one that is older, from " + read.get(condition.field())
                                : "it does not show what was sent" + others(condition, read);
                    }
                }
            }
            return "it does not show what was sent";
        }

        private String others(Condition condition, Map<?, ?> read) {
            if (!condition.equals(Condition.BODY)) {
                return ": " + condition.field() + " is " + read.get(condition.field());
            }
            List<String> fields = fields(Likeness.OTHER, read);
            return ": " + String.join(", ", fields) + " differ" + (fields.size() == 1 ? "s" : "");
        }
    }
}

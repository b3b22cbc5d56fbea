package dev.ferry.rehearsal.plan;

import java.util.List;

/**
 * A difference between what a plan rests on and what is there now.
 *
 * @param request the request that shows it
 * @param field the path of the field; empty where it is the whole answer
 * @param then what it was; {@value #NOTHING} where it was not there
 * @param now what it is
 */
public record Drift(String request, String field, String then, String now) {
    static final String NOTHING = "nothing";

    /** The sentence for people. */
    @Override
    public String toString() {
        return request + ": " + (field.isEmpty() ? "the answer" : field) + " was " + then + ", is now " + now;
    }

    /** Every difference between two answers to one request, in the order of their fields. */
    static List<Drift> between(Seen then, Seen now) {
        if (then.status() != now.status()) {
            return List.of(new Drift(then.request(), "", answer(then.status()), answer(now.status())));
        }
        return new Comparison(then.request(), then.fields(), now.fields()).drifts();
    }

    private static String answer(int status) {
        return switch (status) {
            case 200 -> "200, there";
            case 404 -> "404, not there";
            case 401, 403 -> status + ", not allowed";
            default -> String.valueOf(status);
        };
    }
}

package dev.ferry.script.analysis.complete;

/**
 * One thing that may stand at the cursor.
 *
 * @param value the text that replaces the range of {@link Completions}; it carries what must follow, such as
 *     <code>list(</code>, <code>findAll {</code> or <code>name: </code>, so nothing should be appended to it
 * @param display how a menu names it, such as {@code list(name:, itemsPerPage:)}
 * @param kind what it is
 * @param detail its type or return type in short form, such as {@code Listing<Project>}; may be empty
 * @param group the heading it belongs below
 * @param documentation what it does or means, in one sentence; empty when nobody says
 * @param matched whether it was found by what is typed in another way than by its beginning, such as a project whose name has
 *     the typed letters in it: it must not be held against the typed word again
 */
public record Candidate(
        String value, String display, Kind kind, String detail, String group, String documentation, boolean matched) {

    /** A candidate that is grouped by what it is. */
    public Candidate(String value, String display, Kind kind, String detail) {
        this(value, display, kind, detail, kind.label());
    }

    /** A candidate of which nothing more is said. */
    public Candidate(String value, String display, Kind kind, String detail, String group) {
        this(value, display, kind, detail, group, "", false);
    }

    /** The same with another text to insert. */
    public Candidate inserting(String other) {
        return new Candidate(other, display, kind, detail, group, documentation, matched);
    }

    /** The same with what it does or means. */
    public Candidate saying(String sentence) {
        return new Candidate(value, display, kind, detail, group, sentence, matched);
    }

    /** What a candidate is; menus group by it, in this order. */
    public enum Kind {
        NAMED_ARGUMENT("named argument"),
        /** The name of a field of a body. */
        FIELD("field"),
        /** One of the values that an argument or a field may have. */
        VALUE("value"),
        VARIABLE("variable"),
        PROPERTY("property"),
        METHOD("method"),
        FUNCTION("function"),
        /** A method that Groovy adds to every object of a kind, such as {@code collect}. */
        EXTENSION("Groovy"),
        CLASS("class"),
        KEYWORD("keyword");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word for people. */
        public String label() {
            return label;
        }
    }
}

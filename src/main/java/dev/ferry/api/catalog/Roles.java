package dev.ferry.api.catalog;

import dev.ferry.api.ApiSide;
import dev.ferry.api.FactTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The roles of both services: their constants, what the documents call them, what they allow, and which others they contain.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/reference/user-roles/">Atlas user roles</a>
 */
public final class Roles {
    /**
     * A role.
     *
     * @param constant such as {@code GROUP_OWNER}
     * @param words such as {@code Project Owner}
     * @param meaning what it allows
     * @param contained constants of the roles that whoever has it has too; {@code ORG_*} and {@code GROUP_*} are all of a kind
     * @param only the side that has it; null when both have
     */
    public record Role(
            String constant,
            String words,
            String meaning,
            List<String> contained,
            @Nullable ApiSide only) {
        /** Whether it is a role in an organization, not in a project. */
        public boolean ofOrganization() {
            return isOfOrganization(constant);
        }

        /** Whether a side has it. */
        public boolean isOn(ApiSide side) {
            return only == null || only == side;
        }

        private boolean contains(String other) {
            return constant.equals(other)
                    || contained.contains(other)
                    || contained.contains(other.replaceFirst("_.*", "_*"));
        }
    }

    private static final class Loaded {
        private static final Map<String, Role> BY_CONSTANT = new LinkedHashMap<>();
        private static final Map<String, Role> BY_WORDS = new LinkedHashMap<>();

        static {
            for (String[] row : FactTable.rows(Roles.class, "roles.tsv")) {
                List<String> contained = row[3].isEmpty() ? List.of() : List.of(row[3].split(",", -1));
                ApiSide only = row[4].isEmpty() ? null : ApiSide.valueOf(row[4].toUpperCase(Locale.ROOT));
                Role role = new Role(row[0], row[1], row[2], contained, only);
                BY_CONSTANT.put(role.constant(), role);
                BY_WORDS.put(role.words(), role);
            }
        }
    }

    private Roles() {}

    /** All of them, in the order of the table. */
    public static List<Role> all() {
        return List.copyOf(Loaded.BY_CONSTANT.values());
    }

    /** A role by its constant. */
    public static Optional<Role> find(String constant) {
        return Optional.ofNullable(Loaded.BY_CONSTANT.get(constant));
    }

    /** A role as the tables name it, with its constant where that is another name. */
    public static String said(String role) {
        String constant = constant(role);
        return constant.equals(role) ? role : constant + " (" + role + ")";
    }

    /** The constant of a role that the documents name in words; the words where it is not known. */
    public static String constant(String words) {
        Role role = Loaded.BY_WORDS.get(words);
        return role == null ? words : role.constant();
    }

    /** The constants of several, each once. */
    public static List<String> constants(List<String> words) {
        return words.stream().map(Roles::constant).distinct().toList();
    }

    /** Whether a constant is that of a role in an organization, not in a project. */
    public static boolean isOfOrganization(String constant) {
        return constant.startsWith("ORG_");
    }

    /**
     * Whether somebody with one role has the other too: in the same project, in the same organization, or with a role of an
     * organization in each of its projects. Of a role that the table does not have only that it contains itself is known.
     *
     * @param held a constant
     * @param needed a constant
     */
    public static boolean contains(String held, String needed) {
        Role role = Loaded.BY_CONSTANT.get(held);
        return role == null ? held.equals(needed) : role.contains(needed);
    }
}

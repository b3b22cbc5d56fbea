package dev.ferry.help;

import dev.ferry.api.FactTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles of both services: their constants, what the documents call them, and what they allow. */
final class Roles {
    /**
     * A role.
     *
     * @param constant such as {@code GROUP_OWNER}
     * @param words such as {@code Project Owner}
     * @param meaning what it allows
     */
    record Role(String constant, String words, String meaning) {}

    private static final class Loaded {
        private static final Map<String, Role> BY_WORDS = new LinkedHashMap<>();

        static {
            FactTable.rows(Roles.class, "roles.tsv")
                    .forEach(row -> BY_WORDS.put(row[1], new Role(row[0], row[1], row[2])));
        }
    }

    private Roles() {}

    static List<Role> all() {
        return List.copyOf(Loaded.BY_WORDS.values());
    }

    /** A role as the tables name it, with its constant where that is another name. */
    static String said(String role) {
        String constant = constant(role);
        return constant.equals(role) ? role : constant + " (" + role + ")";
    }

    /** The constant of a role that the documents name in words; the words where it is not known. */
    static String constant(String words) {
        Role role = Loaded.BY_WORDS.get(words);
        return role == null ? words : role.constant();
    }
}

package dev.ferry.help;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Endpoint;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The roles: what each allows, and which calls need it. */
record RoleTopics(Catalogs catalogs) {
    private static final int NAME_WIDTH = 32;
    private static final int SHOWN = 6;

    List<Entry> entries() {
        return Roles.all().stream()
                .map(role -> new Entry(
                        Kind.ROLE,
                        role.constant(),
                        List.of(role.words()),
                        () -> WordTopics.firstSentence(role.meaning()),
                        () -> role.words() + " " + role.meaning(),
                        width -> lines(role, width)))
                .toList();
    }

    private List<String> lines(Roles.Role role, int width) {
        List<String> lines = new ArrayList<>(List.of(role.constant() + " (" + role.words() + ")", ""));
        lines.addAll(Rows.filled(role.meaning(), width));
        lines.add("");
        Map<String, Set<String>> calls = calls(role);
        int count = calls.values().stream().mapToInt(Set::size).sum();
        if (count == 0) {
            lines.addAll(Rows.filled("No call of the tables names this role; other roles may contain it.", width));
            return lines;
        }
        lines.add("Named by " + count + (count == 1 ? " call" : " calls") + ", by chapter");
        calls.forEach((chapter, names) -> {
            String shown = String.join(", ", names.stream().limit(SHOWN).toList());
            lines.addAll(Rows.row(
                    chapter, names.size() > SHOWN ? shown + ", … (" + names.size() + ")" : shown, NAME_WIDTH, width));
        });
        return lines;
    }

    /** The calls that name a role, typed ones first, by chapter. */
    private Map<String, Set<String>> calls(Roles.Role role) {
        Map<String, Set<String>> typed = new TreeMap<>();
        Map<String, Set<String>> byName = new TreeMap<>();
        add(catalogs.atlas(), OperationHelp.ATLAS, role, typed, byName);
        add(catalogs.cloudManager(), OperationHelp.CLOUD_MANAGER, role, typed, byName);
        byName.forEach((chapter, names) ->
                typed.computeIfAbsent(chapter, any -> new LinkedHashSet<>()).addAll(names));
        return typed;
    }

    private static void add(
            Catalog catalog,
            String prefix,
            Roles.Role role,
            Map<String, Set<String>> typed,
            Map<String, Set<String>> byName) {
        for (Operation operation : catalog.operations()) {
            List<Services.Call> calls = Services.of(operation.method(), operation.path());
            boolean named = operation.roles().contains(role.words())
                    || operation.roles().contains(role.constant())
                    || calls.stream()
                            .flatMap(call -> call.endpoint().stream())
                            .map(Endpoint::roles)
                            .anyMatch(roles -> roles.contains(role.constant()));
            if (named && calls.isEmpty()) {
                byName.computeIfAbsent(operation.tag(), any -> new LinkedHashSet<>())
                        .add(prefix + operation.shortId());
            } else if (named) {
                calls.forEach(call -> typed.computeIfAbsent(operation.tag(), any -> new LinkedHashSet<>())
                        .add(call.path()));
            }
        }
    }
}

package dev.ferry.script.analysis.complete;

import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.ByName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations by name as they are offered behind {@code atlas.api.}. */
final class OperationOffers {

    private OperationOffers() {}

    /**
     * The operations as offers, by their short names. A full name is offered when what is typed fits it and not the short one.
     */
    static List<Offer> of(ByName byName, @Nullable Class<?> owner, String typed) {
        List<Offer> offers = new ArrayList<>();
        for (Catalog catalog : byName.catalogs(owner)) {
            for (Operation operation : catalog.operations()) {
                boolean shortOne = catalog.byName(operation.shortId()).equals(Optional.of(operation));
                if (shortOne) {
                    offers.add(offer(operation.shortId(), operation));
                }
                if (!shortOne || !begins(operation.shortId(), typed)) {
                    offers.add(offer(operation.id(), operation));
                }
            }
        }
        return offers;
    }

    private static boolean begins(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static Offer offer(String name, Operation operation) {
        List<Argument> arguments = operation.arguments();
        String shown = arguments.stream()
                .filter(Argument::required)
                .map(argument -> argument.name() + ":")
                .collect(Collectors.joining(", "));
        boolean more = arguments.stream().anyMatch(argument -> !argument.required());
        String display = name + "(" + shown + (more ? (shown.isEmpty() ? "…" : ", …") : "") + ")";
        return new Offer(
                name,
                new Candidate(
                        name + (arguments.isEmpty() ? "()" : "("),
                        display,
                        Kind.METHOD,
                        operation.shortLine(),
                        operation.tag()),
                Rank.OWN_METHOD);
    }
}

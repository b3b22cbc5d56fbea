package dev.ferry.script.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A candidate and how early it should be offered: by rank, then by order, then by name. */
record Offer(String name, Candidate candidate, Rank rank, int order) {

    Offer(String name, Candidate candidate, Rank rank) {
        this(name, candidate, rank, 0);
    }

    /** The same, with something behind what is inserted. */
    Offer followedBy(String end) {
        return new Offer(name, candidate.inserting(candidate.value() + end), rank, order);
    }

    /** What is nearest to the user's work comes first. */
    enum Rank {
        ARGUMENT,
        LOCAL,
        BINDING,
        OWN_PROPERTY,
        OWN_METHOD,
        FAMILIAR_EXTENSION,
        PLATFORM,
        /** Only offered once its first letters are typed. */
        EXTENSION,
        /** Likewise. */
        QUIET
    }

    /** The offers that fit what is typed so far, best first, without duplicates. */
    static List<Candidate> choose(List<Offer> offers, String prefix) {
        List<Offer> fitting = new ArrayList<>();
        for (Offer offer : offers) {
            boolean quiet = offer.rank.compareTo(Rank.EXTENSION) >= 0;
            if (fits(offer.name, prefix) && !(quiet && prefix.isEmpty())) {
                fitting.add(offer);
            }
        }
        Comparator<Offer> order = Comparator.comparing((Offer offer) -> !offer.name.startsWith(prefix))
                .thenComparing(Offer::rank)
                .thenComparing(Offer::order)
                .thenComparing(Offer::name);
        fitting.sort(order);
        Set<String> seen = new HashSet<>();
        return fitting.stream()
                .filter(offer -> seen.add(offer.name))
                .map(Offer::candidate)
                .toList();
    }

    private static boolean fits(String name, String prefix) {
        return name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}

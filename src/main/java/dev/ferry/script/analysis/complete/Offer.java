package dev.ferry.script.analysis.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A candidate and how early it should be offered: by rank, then by order, then by name. */
public record Offer(String name, Candidate candidate, Rank rank, int order, Fit fit) {

    public Offer(String name, Candidate candidate, Rank rank, int order) {
        this(name, candidate, rank, order, Fit.BY_NAME);
    }

    public Offer(String name, Candidate candidate, Rank rank) {
        this(name, candidate, rank, 0);
    }

    /** How it is held against what is typed. */
    public enum Fit {
        /** Its name has to begin so. */
        BY_NAME,
        /** Somebody else has found it. */
        FOUND,
        /** Likewise, but not by its beginning: what begins with the typed word comes first. */
        FOUND_WITHIN
    }

    /** The same, with something behind what is inserted. */
    public Offer followedBy(String end) {
        return new Offer(name, candidate.inserting(candidate.value() + end), rank, order, fit);
    }

    /** The same, nearer or farther. */
    public Offer at(Rank other) {
        return new Offer(name, candidate, other, order, fit);
    }

    /** The same by another name. */
    public Offer called(String other) {
        Candidate renamed = new Candidate(
                candidate.value().replace(name, other),
                candidate.display().replace(name, other),
                candidate.kind(),
                candidate.detail(),
                candidate.group(),
                candidate.documentation(),
                candidate.matched());
        return new Offer(other, renamed, rank, order, fit);
    }

    /** The same with what it does or means. */
    public Offer saying(String sentence) {
        return sentence.isEmpty() ? this : new Offer(name, candidate.saying(sentence), rank, order, fit);
    }

    /** What is nearest to the user's work comes first. */
    public enum Rank {
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
    public static List<Candidate> choose(List<Offer> offers, String prefix) {
        List<Offer> fitting = new ArrayList<>();
        for (Offer offer : offers) {
            boolean quiet = offer.rank.compareTo(Rank.EXTENSION) >= 0;
            if (offer.fits(prefix) && !(quiet && prefix.isEmpty())) {
                fitting.add(offer);
            }
        }
        Comparator<Offer> order = Comparator.comparing((Offer offer) -> !offer.begins(prefix))
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

    private boolean begins(String prefix) {
        return fit == Fit.BY_NAME ? name.startsWith(prefix) : fit == Fit.FOUND;
    }

    private boolean fits(String prefix) {
        return fit != Fit.BY_NAME || name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}

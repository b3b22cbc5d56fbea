package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.call.Overload;
import dev.ferry.script.analysis.call.Overloads;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.text.Cursor;
import dev.ferry.script.analysis.text.Scan;
import dev.ferry.script.analysis.text.Variants;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Chain;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Passes;
import dev.ferry.script.analysis.type.Place;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.Services;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.jspecify.annotations.Nullable;

/** Finds what may stand at the cursor: by reflection for simple paths, by the type checker for everything else. */
public final class Completer {

    private static final int UNKNOWN_IN = 3;
    private static final Pattern PACKAGE =
            Pattern.compile("(?<![\\w.)\\]}'\"$])((?:java|groovy|dev)(?:\\.[a-z]\\w*)*)$");

    private final Class<?> base;
    private final ClassLoader loader;
    private final Passes passes;
    private final Chain chain;
    private final ByName byName;
    private final Overloads overloads;
    private final Services services;
    private final LiveOffers live;

    public Completer(
            Class<?> base,
            ClassLoader loader,
            Passes passes,
            ByName byName,
            Overloads overloads,
            Services services,
            LiveOffers live) {
        this.live = live;
        this.overloads = overloads;
        this.services = services;
        this.base = base;
        this.loader = loader;
        this.passes = passes;
        this.chain = new Chain(base);
        this.byName = byName;
    }

    /** The answer for a simple path, by reflection; empty for everything else. */
    public Optional<Completions> simple(String text, int position) {
        Cursor cursor = Cursor.at(text, position);
        boolean member = cursor.kind() == Cursor.Kind.MEMBER || cursor.kind() == Cursor.Kind.POINTER;
        boolean spread = text.startsWith("*.", cursor.dot());
        if (!member || spread || !Scan.upTo(text, cursor.dot()).inCode()) {
            return Optional.empty();
        }
        return chain.end(text.substring(0, cursor.dot()))
                .map(end -> answer(text, cursor, membersOf(end.type(), end.owner(), cursor.prefix())));
    }

    /**
     * An answer.
     *
     * @param lasting whether the same question has the same answer later
     */
    public record Answer(Completions found, boolean lasting) {}

    /** The answer for any place, by the type checker. */
    public Answer complete(String text, int position, Scope scope) {
        Cursor cursor = Cursor.at(text, position);
        return switch (cursor.kind()) {
            case MEMBER, POINTER -> lasting(text, cursor, members(text, cursor, scope));
            case NAME -> names(text, cursor, scope);
            case TEXT -> values(text, cursor, scope);
            case TYPE -> lasting(text, cursor, ClassNames.inScope(text, scope, cursor.prefix(), loader));
            case IMPORT -> lasting(text, cursor, imported(text, cursor));
            case NOTHING -> lasting(text, cursor, List.of());
        };
    }

    private List<Offer> imported(String text, Cursor cursor) {
        boolean ofClass = text.substring(text.lastIndexOf('\n', cursor.start() - 1) + 1, cursor.start())
                .contains("static");
        List<Offer> found = ClassNames.importable(cursor.prefix(), loader);
        return ofClass && found.isEmpty() ? ClassNames.members(cursor.prefix(), loader) : found;
    }

    private static Answer lasting(String text, Cursor cursor, List<Offer> offers) {
        return new Answer(answer(text, cursor, offers), true);
    }

    private static Answer with(LiveOffers.Answer existing, String text, Cursor cursor, List<Offer> offers) {
        List<Offer> all = new ArrayList<>(existing.offers());
        all.addAll(offers);
        Completions found = answer(text, cursor, all);
        return new Answer(
                new Completions(found.start(), found.end(), found.candidates(), existing.remark()), !existing.asked());
    }

    private static Completions answer(String text, Cursor cursor, List<Offer> offers) {
        String word = cursor.kind() == Cursor.Kind.IMPORT
                ? cursor.prefix().substring(cursor.prefix().lastIndexOf('.') + 1)
                : cursor.prefix();
        List<Candidate> candidates = Offer.choose(offers, word);
        boolean plain = cursor.kind() == Cursor.Kind.POINTER
                || cursor.kind() == Cursor.Kind.IMPORT
                || opensItself(text, cursor.end());
        List<Candidate> shown = plain ? candidates.stream().map(Completer::bare).toList() : candidates;
        return new Completions(cursor.start(), cursor.end(), shown);
    }

    /** Whether what a method needs is already written behind the cursor. */
    private static boolean opensItself(String text, int end) {
        String rest = text.substring(end).stripLeading();
        return rest.startsWith("(") || rest.startsWith("{") || rest.startsWith(":");
    }

    private static Candidate bare(Candidate candidate) {
        String name = candidate.value().replaceAll("[ ({:)]+$", "");
        return candidate.inserting(name);
    }

    private List<Offer> members(String text, Cursor cursor, Scope scope) {
        @Nullable Findings best = null;
        int met = 0;
        for (String variant : Variants.of(text, cursor)) {
            Findings findings = passes.of(variant, scope);
            if (findings.receiver() != null) {
                best = findings;
                met++;
                // What is nothing known of in three variants is unknown in all.
                if (met == UNKNOWN_IN || !ClassHelper.isObjectType(findings.receiver())) {
                    break;
                }
            }
        }
        List<Offer> inPackage = inPackage(text, cursor);
        return best == null || best.receiver() == null || !inPackage.isEmpty()
                ? inPackage
                : membersOf(best.receiver(), best.classItself(), best.owner(), cursor.prefix());
    }

    /** What follows the name of a package that is written in full. */
    private List<Offer> inPackage(String text, Cursor cursor) {
        Matcher path = PACKAGE.matcher(text.substring(0, cursor.dot()));
        return path.find() && !path.group(1).isEmpty() ? ClassNames.importable(path.group(1) + ".", loader) : List.of();
    }

    private List<Offer> membersOf(ClassNode type, boolean classItself, @Nullable Class<?> owner, String typed) {
        Type reflected = TypeText.reflected(type, loader);
        if (reflected == null) {
            List<Offer> offers = new ArrayList<>(SourceMembers.of(type.redirect(), classItself, loader));
            if (!classItself) {
                offers.addAll(ExtensionOffers.of(Object.class));
            }
            return offers;
        }
        return classItself ? MemberOffers.ofClass(TypeText.raw(reflected)) : membersOf(reflected, owner, typed);
    }

    private List<Offer> membersOf(Type declared, @Nullable Class<?> owner, String typed) {
        Type type = declared instanceof Class<?> raw
                ? MethodType.methodType(raw).wrap().returnType()
                : declared;
        if (ByName.are(TypeText.raw(type))) {
            return OperationOffers.of(byName, owner, typed);
        }
        List<Offer> offers = new ArrayList<>(MemberOffers.of(type));
        offers.addAll(ExtensionOffers.of(type));
        return offers;
    }

    private Answer names(String text, Cursor cursor, Scope scope) {
        Findings seen = new Findings();
        for (String variant : Variants.of(text, cursor)) {
            Findings findings = passes.of(variant, scope);
            if (findings.reached()) {
                seen = findings;
                break;
            }
        }
        List<Offer> offers = new ArrayList<>();
        Names names = new Names(base, loader);
        if (seen.call() != null && seen.call().place().whole()) {
            offers.addAll(arguments(seen.call(), false));
            if (seen.call().place().kind() == Place.Kind.KEY) {
                // Nothing but a name can be a key.
                return lasting(text, cursor, offers);
            }
        }
        offers.addAll(variables(seen.visible(), Rank.LOCAL));
        offers.addAll(variables(seen.assigned(), Rank.LOCAL));
        scope.variables().forEach((name, type) -> offers.add(variable(name, TypeText.shortly(type), Rank.LOCAL)));
        offers.addAll(names.implicit(seen));
        offers.addAll(names.bindings());
        if (!cursor.prefix().isEmpty()) {
            offers.addAll(ClassNames.inScope(text, scope, cursor.prefix(), loader));
            offers.addAll(Names.keywords());
        }
        return with(live.of(seen, scope, cursor.prefix(), ""), text, cursor, offers);
    }

    private List<Offer> arguments(Findings.Call call, boolean quoted) {
        List<Overload> found = overloads.all(call);
        List<Method> methods = found.stream()
                .map(Overload::code)
                .filter(code -> code instanceof Method method && method.getParameterCount() > 0)
                .map(Method.class::cast)
                .toList();
        List<Offer> offers = new ArrayList<>(new CallArguments(byName, services, call, methods).offers(quoted));
        if (!quoted) {
            offers.addAll(constants(found, call));
        }
        return offers;
    }

    /** The values of an enum that the argument takes. */
    private List<Offer> constants(List<Overload> found, Findings.Call call) {
        Place place = call.place();
        return place.kind() != Place.Kind.ARGUMENT
                ? List.of()
                : Overload.fitting(found, call)
                        .map(overload -> overload.slot(place.position()))
                        .map(slot -> EnumValues.of(slot.node(), loader))
                        .orElse(List.of());
    }

    /** What may stand between quotes: the values of the argument that the text is. */
    private Answer values(String text, Cursor cursor, Scope scope) {
        String quote = text.substring(cursor.dot(), cursor.dot() + 1);
        boolean closed = text.startsWith(quote, cursor.end());
        Cursor whole = new Cursor(Cursor.Kind.NAME, cursor.dot(), cursor.end() + (closed ? 1 : 0), "", cursor.dot());
        for (String variant : Variants.of(text, whole)) {
            Findings seen = passes.of(variant, scope);
            if (seen.reached()) {
                Findings.Call call = seen.call();
                LiveOffers.Answer existing = live.of(seen, scope, cursor.prefix(), quote);
                List<Offer> values = new ArrayList<>(existing.offers());
                values.addAll(call != null && call.place().whole() ? arguments(call, true) : List.of());
                List<Offer> finished = values.stream()
                        .map(each -> each.followedBy(closed ? "" : quote))
                        .toList();
                return with(
                        new LiveOffers.Answer(List.of(), existing.remark(), existing.asked()), text, cursor, finished);
            }
        }
        return lasting(text, cursor, List.of());
    }

    private static List<Offer> variables(Map<String, ClassNode> variables, Rank rank) {
        List<Offer> offers = new ArrayList<>();
        variables.forEach((name, type) -> {
            if (!name.equals(Variants.MARKER)) {
                // A closure that is given nothing still has its it.
                boolean idle = name.equals("it") && ClassHelper.isObjectType(type);
                offers.add(variable(name, TypeText.shortly(type), idle ? Rank.QUIET : rank));
            }
        });
        return offers;
    }

    private static Offer variable(String name, String type, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.VARIABLE, type), rank);
    }
}

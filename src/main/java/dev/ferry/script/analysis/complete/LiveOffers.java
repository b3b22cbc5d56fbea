package dev.ferry.script.analysis.complete;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.catalog.Operation;
import dev.ferry.output.TerminalText;
import dev.ferry.script.analysis.call.Overload;
import dev.ferry.script.analysis.call.Overloads;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Fit;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Place;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.Services;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/** Offers what exists at the services, where an argument means a thing there or a list is asked for one by its name. */
public final class LiveOffers {

    private static final int MOST = 200;

    private final LiveNames live;
    private final ByName byName;
    private final Overloads overloads;
    private final Services services;
    private final ClassLoader loader;

    public LiveOffers(LiveNames live, ByName byName, Overloads overloads, Services services, ClassLoader loader) {
        this.live = live;
        this.byName = byName;
        this.overloads = overloads;
        this.services = services;
        this.loader = loader;
    }

    /**
     * What may be offered.
     *
     * @param asked whether the place means a thing at all, so that the next answer may be another one
     */
    public record Answer(List<Offer> offers, String remark, boolean asked) {
        static final Answer NONE = new Answer(List.of(), "", false);
        static final Answer UNKNOWN = new Answer(List.of(), "", true);
    }

    /**
     * What fits the marker.
     *
     * @param typed the word or text at the cursor, as far as it is typed
     * @param quote the quotes that are open there; empty when there are none
     */
    public Answer of(Findings findings, Scope scope, String typed, String quote) {
        KnownTexts texts = new KnownTexts(findings, scope, live, this::element);
        if (findings.subscript() != null) {
            return inBrackets(findings, findings.subscript(), texts, typed, quote);
        }
        Findings.Call call = findings.call();
        if (call == null || !call.place().whole() || call.place().kind() == Place.Kind.KEY) {
            return Answer.NONE;
        }
        List<Mark> marks = marks(call);
        String path = call.place().steps();
        return marks.stream()
                .filter(mark -> mark.path().equals(path))
                .findFirst()
                .map(mark -> answer(mark, marks, call.values(), texts, typed, quote))
                .orElse(Answer.NONE);
    }

    private List<Mark> marks(Findings.Call call) {
        if (call.operations()) {
            return byName.find(call.owner(), call.method()).map(this::marks).orElse(List.of());
        }
        return Overload.fitting(overloads.of(call), call)
                .map(Overload::code)
                .map(code -> code instanceof Method method ? Mark.of(method) : List.<Mark>of())
                .orElse(List.of());
    }

    private List<Mark> marks(Operation operation) {
        ApiSide side = byName.isTarget(operation) ? ApiSide.TARGET : ApiSide.SOURCE;
        return Mark.of(operation, side, services.of(operation));
    }

    private Answer answer(
            Mark mark, List<Mark> marks, Map<String, Expression> values, KnownTexts texts, String typed, String quote) {
        Map<Thing, String> within = new EnumMap<>(Thing.class);
        for (Mark other : marks) {
            Expression given = other.isAround(mark) ? values.get(other.path()) : null;
            if (given != null) {
                Optional<String> text = texts.of(given);
                if (text.isEmpty()) {
                    return Answer.UNKNOWN;
                }
                within.put(other.thing(), text.get());
            }
        }
        return found(mark, within, typed, quote);
    }

    private Answer found(Mark mark, Map<Thing, String> within, String typed, String quote) {
        LiveNames.Found found = live.find(new LiveNames.Wanted(mark.side(), mark.thing(), within), typed, MOST);
        List<Offer> offers = new ArrayList<>();
        for (LiveName name : found.names()) {
            offers.add(offer(name, mark.byName(), typed, quote, offers.size()));
        }
        return new Answer(offers, found.remark(), true);
    }

    private static Offer offer(LiveName name, boolean byName, String typed, String quote, int order) {
        String inserted = byName ? name.name() : name.id();
        String value = quote.isEmpty() ? "'" + escaped(inserted, "'") + "'" : escaped(inserted, quote);
        String id = name.id().equals(name.name()) ? "" : name.id();
        String detail = Stream.of(id, name.project(), name.organization(), name.environment())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Candidate candidate = new Candidate(
                value, name.name(), Kind.VALUE, detail, name.thing().word(), "", true);
        boolean begun = name.name().toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
        Fit fit = begun || !quote.isEmpty() ? Fit.FOUND : Fit.FOUND_WITHIN;
        return new Offer(name.thing() + " " + name.id(), candidate, Rank.ARGUMENT, order, fit);
    }

    private static String escaped(String text, String quote) {
        String quoted = text.replace("\\", "\\\\").replace(quote, "\\" + quote);
        String safe = quote.equals("\"") ? quoted.replace("$", "\\$") : quoted;
        return safe.codePoints()
                .mapToObj(letter ->
                        TerminalText.isHidden(letter) ? TerminalText.codes(letter) : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private Answer inBrackets(
            Findings findings, Findings.Subscript subscript, KnownTexts texts, String typed, String quote) {
        Optional<Mark> mark = element(subscript.list());
        if (mark.isEmpty()) {
            return Answer.NONE;
        }
        Expression list = subscript.expression();
        for (int i = 0; i < 2 && list instanceof VariableExpression variable; i++) {
            list = Objects.requireNonNullElse(findings.value(variable), list);
        }
        if (list instanceof MethodCallExpression call) {
            List<Mark> marks = called(call);
            return answer(mark.get(), marks, Place.values(call.getArguments()), texts, typed, quote);
        }
        return list instanceof PropertyExpression ? found(mark.get(), Map.of(), typed, quote) : Answer.UNKNOWN;
    }

    /** The marks of the method that the checker chose for a call. */
    private List<Mark> called(MethodCallExpression call) {
        MethodNode target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        if (target == null || target.getDeclaringClass().redirect().isPrimaryClassNode()) {
            return List.of();
        }
        List<String> types = Arrays.stream(target.getParameters())
                .map(parameter -> parameter.getType().getName())
                .toList();
        return Arrays.stream(target.getDeclaringClass().getTypeClass().getMethods())
                .filter(method -> method.getName().equals(target.getName()))
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .toList()
                        .equals(types))
                .findFirst()
                .map(Mark::of)
                .orElse(List.of());
    }

    /** Which thing a list gives when it is asked by a name. */
    private Optional<Mark> element(ClassNode list) {
        @Nullable Type type = TypeText.reflected(list, loader);
        if (type == null) {
            return Optional.empty();
        }
        Map<TypeVariable<?>, Type> bindings = TypeText.bindings(type);
        return Arrays.stream(TypeText.raw(type).getMethods())
                .filter(method -> method.getName().equals("getAt")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                        && !method.isBridge())
                .map(method -> TypeText.raw(TypeText.resolve(method.getGenericReturnType(), bindings)))
                .flatMap(element -> Mark.of(element).stream())
                .findFirst();
    }
}

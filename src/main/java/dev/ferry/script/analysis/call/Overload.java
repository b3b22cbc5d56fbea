package dev.ferry.script.analysis.call;

import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Place;
import java.lang.reflect.Executable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;
import org.jspecify.annotations.Nullable;

/**
 * One of the methods or constructors that a call may mean.
 *
 * @param plain its parameters without the map of the named ones
 * @param varargs whether the last one may be given several times
 * @param named those that are written with their names
 * @param result what it gives, in short form; empty for nothing
 * @param code the method, where it is compiled
 */
public record Overload(
        List<Slot> plain,
        boolean varargs,
        List<Named> named,
        String result,
        @Nullable Executable code) {

    /**
     * A plain parameter.
     *
     * @param name empty when it is not known
     * @param node its type for the compiler
     */
    public record Slot(String name, String type, ClassNode node, boolean required) {}

    /** The one that fits a call best. */
    public static Optional<Overload> fitting(List<Overload> overloads, Findings.Call call) {
        return overloads.stream()
                .min(Comparator.comparingInt((Overload each) -> each.misfit(call))
                        .thenComparing(each -> -each.named().size())
                        .thenComparing(each -> -each.exact(call)));
    }

    /** How many of the plain arguments are just of the type that is wanted: {@code max(int, int)} takes an int before the others do. */
    private int exact(Findings.Call call) {
        int exact = 0;
        for (int i = 0; i < call.plain().size(); i++) {
            ClassNode type = call.plain().get(i);
            Slot slot = slot(i);
            if (type != null
                    && slot != null
                    && ClassHelper.getUnwrapper(type).equals(ClassHelper.getUnwrapper(slot.node()))) {
                exact++;
            }
        }
        return exact;
    }

    /** How badly it fits: names it does not take weigh more than arguments too many, those more than wrong types. */
    private int misfit(Findings.Call call) {
        int given = call.plain().size();
        boolean finished = call.place().kind() == Place.Kind.BEHIND;
        int misfit = call.given().isEmpty() || !named.isEmpty() ? 0 : 400;
        misfit += given > plain.size() && !varargs ? 100 * (given - plain.size()) : 0;
        for (int i = 0; i < given; i++) {
            ClassNode type = call.plain().get(i);
            Slot slot = slot(i);
            boolean wrong = type != null
                    && slot != null
                    && !ClassHelper.isObjectType(type)
                    && !StaticTypeCheckingSupport.isAssignableTo(type, slot.node());
            misfit += wrong ? 10 : 0;
        }
        long missing = plain.stream().skip(given).filter(Slot::required).count();
        return misfit + (int) missing * (finished ? 20 : 1);
    }

    /** The parameter that takes the plain argument of this position; null when there is none. */
    @Nullable
    public Slot slot(int position) {
        if (position < plain.size()) {
            return plain.get(position);
        }
        return varargs && !plain.isEmpty() ? plain.get(plain.size() - 1) : null;
    }
}

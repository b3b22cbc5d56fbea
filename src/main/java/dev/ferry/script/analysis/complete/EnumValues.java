package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;

/** The constants of an enum, as a text names them. */
final class EnumValues {

    private EnumValues() {}

    /** Empty for a class that is no enum. */
    static List<Offer> of(ClassNode type, ClassLoader loader) {
        if (!type.isEnum()) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        for (String constant : constants(type, loader)) {
            String value = name(type) + "." + constant;
            offers.add(
                    new Offer(constant, new Candidate(value, constant, Kind.VALUE, ""), Rank.ARGUMENT, offers.size()));
        }
        return offers;
    }

    /** With its package, unless every text knows it without. */
    private static String name(ClassNode type) {
        boolean known = type.redirect().isPrimaryClassNode()
                || List.of("java.lang", "java.util").contains(String.valueOf(type.getPackageName()));
        return (known ? type.getNameWithoutPackage() : type.getName()).replace('$', '.');
    }

    private static List<String> constants(ClassNode type, ClassLoader loader) {
        if (type.redirect().isPrimaryClassNode()) {
            return type.getFields().stream()
                    .filter(FieldNode::isEnum)
                    .map(FieldNode::getName)
                    .toList();
        }
        Type reflected = TypeText.reflected(type, loader);
        // The fields, not the values: those would have to be made first.
        return reflected == null
                ? List.of()
                : Arrays.stream(TypeText.raw(reflected).getFields())
                        .filter(Field::isEnumConstant)
                        .map(Field::getName)
                        .toList();
    }
}

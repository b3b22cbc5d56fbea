package dev.ferry.javadoc;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Javadoc of one of our types says, as plain text. Everything is empty for a type that has none. */
public final class TypeDoc {
    /** The reader goes through the file of a whole class each time it is asked. */
    private static final ClassValue<ClassJavadoc> CLASSES = new ClassValue<>() {
        @Override
        protected ClassJavadoc computeValue(Class<?> type) {
            return RuntimeJavadoc.getJavadoc(type);
        }
    };

    private final ClassJavadoc javadoc;

    private TypeDoc(ClassJavadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** The Javadoc of a type. */
    public static TypeDoc of(Class<?> type) {
        return new TypeDoc(read(type));
    }

    /** What the library reads of a type, read once. */
    static ClassJavadoc read(Class<?> type) {
        return CLASSES.get(type);
    }

    /** Its first sentence. */
    public String summary() {
        return JavadocText.firstSentence(javadoc.getComment());
    }

    /** All of it but the tags, as lines. */
    public List<String> lines(int width) {
        return JavadocText.lines(javadoc.getComment(), width);
    }

    /** What the components of a record mean, by name. */
    public Map<String, String> components() {
        Map<String, String> described = new LinkedHashMap<>();
        for (ParamJavadoc component : javadoc.getRecordComponents()) {
            described.put(component.getName(), JavadocText.line(component.getComment()));
        }
        return described;
    }
}

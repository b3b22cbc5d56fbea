package dev.ferry.javadoc;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Javadoc of one of our types says, as plain text. Everything is empty for a type that has none. */
public final class TypeDoc {
    private final ClassJavadoc javadoc;

    private TypeDoc(ClassJavadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** The Javadoc of a type. */
    public static TypeDoc of(Class<?> type) {
        return new TypeDoc(RuntimeJavadoc.getJavadoc(type));
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

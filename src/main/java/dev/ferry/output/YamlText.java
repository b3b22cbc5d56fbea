package dev.ferry.output;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a> in block style, long texts in one line. */
final class YamlText {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .build();

    private YamlText() {}

    /** The items of a sequence follow each other, so a list can be written element by element. */
    static void write(Object value, Page page) {
        Iterator<?> elements = Elements.of(value);
        if (elements == null) {
            page.data().accept(dump(Tree.of(value)));
        } else if (!elements.hasNext()) {
            page.line("[]");
        } else {
            elements.forEachRemaining(element -> page.data().accept(dump(Tree.of(Arrays.asList(element)))));
        }
    }

    private static String dump(@Nullable Object tree) {
        return new Dump(SETTINGS).dumpToString(tree);
    }
}

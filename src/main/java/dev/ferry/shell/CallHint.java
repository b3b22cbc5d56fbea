package dev.ferry.shell;

import dev.ferry.api.catalog.Risk;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.call.Signature.Facts;
import dev.ferry.script.analysis.call.Signature.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The call at the cursor: how it is written, with the parameter marked that comes now, and what that means; behind the call, what it asks
 * of the service. The marked parameter is never cut away.
 *
 * @param refused whether a call that changes something would be refused in this session
 */
record CallHint(Signature call, boolean refused) implements Hint {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle MARKED = AttributedStyle.BOLD.underline();
    private static final AttributedStyle WARNING = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);

    @Override
    public String topic() {
        return call.name();
    }

    @Override
    public List<AttributedString> lines(int width, int most, boolean coloured) {
        AttributedString form = form(width, coloured);
        AttributedString meaning = Hint.cut(meaning(), width);
        if (meaning.length() == 0) {
            return List.of(form);
        }
        if (most == 1) {
            // Who is still writing the call needs its form; who has written it, its consequences.
            return List.of(call.finished() ? meaning : form);
        }
        return List.of(form, meaning);
    }

    private AttributedString form(int width, boolean coloured) {
        String end = call.result().isEmpty() ? ")" : ") → " + call.result();
        int first = 0;
        int last = call.parameters().size();
        int marked = active() ? call.active() : 0;
        AttributedString all = form(first, last, end, coloured);
        // What is given up first: the result, then what is far from the cursor.
        while (all.columnLength() > width && (end.length() > 1 || last - first > 1)) {
            if (end.length() > 1) {
                end = ")";
            } else if (last - 1 - marked >= marked - first) {
                last--;
            } else {
                first++;
            }
            all = form(first, last, end, coloured);
        }
        return Hint.cut(all, width);
    }

    private AttributedString form(int first, int last, String end, boolean coloured) {
        AttributedStringBuilder text = new AttributedStringBuilder().append(call.name() + "(", PLAIN);
        text.append(first > 0 ? "…, " : "", PLAIN);
        for (int i = first; i < last; i++) {
            Parameter each = call.parameters().get(i);
            String name = each.named() ? each.name() + ":" : each.name();
            text.append(i > first ? ", " : "", PLAIN);
            if (i != call.active()) {
                text.append(name, PLAIN);
            } else if (coloured) {
                text.append(name, MARKED);
            } else {
                text.append("[" + name + "]");
            }
        }
        text.append(last < call.parameters().size() ? ", …" : "", PLAIN);
        return text.append(end, PLAIN).toAttributedString();
    }

    private boolean active() {
        return call.active() >= 0 && call.active() < call.parameters().size();
    }

    private AttributedString meaning() {
        if (call.finished()) {
            return call.facts().map(this::consequences).orElseGet(() -> new AttributedString(call.summary(), PLAIN));
        }
        String meaning = call.field()
                .map(CallHint::meaning)
                .orElseGet(() -> active() ? meaning(call.parameters().get(call.active())) : call.summary());
        return new AttributedString(meaning, PLAIN);
    }

    private static String meaning(Parameter parameter) {
        String kind = Stream.of(parameter.type(), parameter.required() ? "required" : "optional")
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        String meaning = parameter.meaning().isEmpty() ? "" : ": " + parameter.meaning();
        return parameter.name() + " (" + kind + ")" + meaning;
    }

    private AttributedString consequences(Facts facts) {
        String needs = facts.roles().isEmpty() ? "" : ", needs " + String.join(" or ", facts.roles());
        String request = ": " + facts.request();
        if (!facts.changes()) {
            return new AttributedString("Changes nothing" + needs + request, PLAIN);
        }
        String does = facts.risk() == Risk.SEVERE ? "what cannot be undone" : "something";
        String change = refused ? "Would be refused, this session is read-only: changes " + does : "Changes " + does;
        return new AttributedStringBuilder()
                .append(change, WARNING)
                .append(needs + request, PLAIN)
                .toAttributedString();
    }
}

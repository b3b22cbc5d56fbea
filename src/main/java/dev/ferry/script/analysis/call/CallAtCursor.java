package dev.ferry.script.analysis.call;

import dev.ferry.script.analysis.text.Cursor;
import dev.ferry.script.analysis.text.Scan;
import dev.ferry.script.analysis.text.Variants;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Passes;
import dev.ferry.script.analysis.type.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the call that the cursor is in, or right behind, in a text that may be broken anywhere else. */
public final class CallAtCursor {

    private final Passes passes;
    private final Signatures signatures;

    public CallAtCursor(Passes passes, Signatures signatures) {
        this.passes = passes;
        this.signatures = signatures;
    }

    public Optional<Signature> find(String text, int position, Scope scope) {
        Scan scan = Scan.upTo(text, position);
        if (endsBracket(text, position) && scan.inCode()) {
            for (String variant : Variants.behind(text, position)) {
                Findings findings = passes.of(variant, scope);
                if (findings.finished() != null) {
                    return signatures.of(findings.finished(), "");
                }
                if (findings.reached()) {
                    break;
                }
            }
        }
        return scan.mayBeInCall() ? around(text, position, scope) : Optional.empty();
    }

    private static boolean endsBracket(String text, int position) {
        return position > 0 && (text.charAt(position - 1) == ')' || text.charAt(position - 1) == '}');
    }

    /** Whether a value and a blank stand before the cursor in brackets; a name there would make the value a call of its own. */
    private static boolean isBehindValue(String text, Cursor cursor) {
        String before = text.substring(0, cursor.start());
        String value = before.stripTrailing();
        boolean blank = cursor.kind() == Cursor.Kind.NAME && value.length() < before.length() && !value.isEmpty();
        char last = blank ? value.charAt(value.length() - 1) : ' ';
        return (Character.isJavaIdentifierPart(last) || "'\")]}".indexOf(last) >= 0)
                && Scan.upTo(text, cursor.start()).inArguments();
    }

    private Optional<Signature> around(String text, int position, Scope scope) {
        @Nullable Cursor cursor = Cursor.inCall(text, position);
        if (cursor == null) {
            return Optional.empty();
        }
        List<String> variants = new ArrayList<>();
        if (!isBehindValue(text, cursor)) {
            variants.addAll(Variants.of(text, cursor));
        }
        variants.addAll(Variants.argument(text, position));
        for (String variant : variants) {
            Findings findings = passes.of(variant, scope);
            if (findings.call() != null) {
                String typed = cursor.kind() == Cursor.Kind.NAME ? cursor.prefix() : "";
                return signatures.of(findings.call(), typed);
            }
            if (findings.reached()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

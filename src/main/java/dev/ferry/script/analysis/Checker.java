package dev.ferry.script.analysis;

import groovy.lang.Script;
import java.util.List;
import java.util.regex.Pattern;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says what is wrong with a whole text, and what it may send. */
final class Checker {

    /** With these the text has classes that only its own download brings. */
    private static final Pattern BROUGHT = Pattern.compile("@Grab\\b|@Grapes\\b|@GrabResolver\\b");

    private final Class<? extends Script> base;
    private final ClassLoader loader;
    private final TypeCheck check;
    private final ByName byName;

    Checker(Class<? extends Script> base, ClassLoader loader, TypeCheck check, ByName byName) {
        this.base = base;
        this.loader = loader;
        this.check = check;
        this.byName = byName;
    }

    Checked check(String text, Scope scope) {
        Complaints complaints = new Complaints(text);
        Completeness read = text.isBlank() ? new Completeness.Complete() : Whole.of(text);
        if (!(read instanceof Completeness.Complete)) {
            CompilerWords.unreadable(text, read, complaints);
            return new Checked(complaints.all(), List.of());
        }
        Findings findings = check.run(text, scope);
        for (SyntaxException refused : findings.refused) {
            String message = String.valueOf(refused.getOriginalMessage());
            boolean brought = message.contains("unable to resolve class")
                    && BROUGHT.matcher(text).find();
            if (!brought) {
                CompilerWords.refused(refused, complaints);
            }
        }
        MarkerVisitor types = findings.types;
        if (types == null
                || findings.module == null
                || findings.module.getClasses().isEmpty()) {
            return new Checked(complaints.all(), List.of());
        }
        Sources sources = new Sources(findings.module);
        Certainty certainty =
                new Certainty(types, sources, base, findings.module.getClasses().get(0), loader);
        new Inspector(text, scope, findings.module, certainty, sources, byName, base, complaints).inspect();
        EffectFinder finder = new EffectFinder(text, findings.module, certainty, byName);
        return new Checked(complaints.all(), finder.effects(), finder.untold());
    }
}

package dev.ferry.script.analysis.check;

import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.script.analysis.text.DeclaredText;
import dev.ferry.script.analysis.text.Whole;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.MarkerVisitor;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.TypeCheck;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says what is wrong with a whole text, and what it may send. */
public final class Checker {

    /** With these the text has classes that only its own download brings. */
    private static final Pattern BROUGHT = Pattern.compile("@Grab\\b|@Grapes\\b|@GrabResolver\\b");

    private final Class<? extends Script> base;
    private final ClassLoader loader;
    private final TypeCheck check;
    private final ByName byName;

    public Checker(Class<? extends Script> base, ClassLoader loader, TypeCheck check, ByName byName) {
        this.base = base;
        this.loader = loader;
        this.check = check;
        this.byName = byName;
    }

    /** What is known after a text of a session. */
    public Scope after(String text, Scope scope) {
        Findings findings = check.run(text, scope);
        Scope known = scope;
        for (Map.Entry<String, String> type : findings.variables().entrySet()) {
            known = known.withVariable(type.getKey(), type.getValue());
        }
        ModuleNode module = findings.module();
        if (module == null) {
            return known;
        }
        for (ImportNode each : imports(module)) {
            known = each.getLineNumber() > TypeCheck.LINES_BEFORE ? known.withImport(each.getText()) : known;
        }
        // Nodes are counted in what was compiled, where the text begins on its second line.
        List<String> lines = ("\n" + text).lines().toList();
        for (MethodNode method : module.getMethods()) {
            known = TypeCheck.isOurs(method) ? known : declared(known, DeclaredText.of(method, lines));
        }
        for (ClassNode type : module.getClasses()) {
            boolean own = !type.isScript() && type.getOuterClass() == null;
            known = own ? declared(known, DeclaredText.of(type, lines)) : known;
        }
        return known;
    }

    private static Scope declared(Scope scope, String text) {
        return text.isEmpty() ? scope : scope.withDeclaration(text);
    }

    private static List<ImportNode> imports(ModuleNode module) {
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        return imports;
    }

    public Checked check(String text, Scope scope) {
        Complaints complaints = new Complaints(text);
        Completeness read = text.isBlank() ? new Completeness.Complete() : Whole.of(text);
        if (!(read instanceof Completeness.Complete)) {
            CompilerWords.unreadable(text, read, complaints);
            return new Checked(complaints.all(), List.of());
        }
        Findings findings = check.run(text, scope);
        for (SyntaxException refused : findings.refused()) {
            String message = String.valueOf(refused.getOriginalMessage());
            boolean brought = message.contains("unable to resolve class")
                    && BROUGHT.matcher(text).find();
            if (!brought) {
                CompilerWords.refused(refused, complaints);
            }
        }
        MarkerVisitor types = findings.types();
        if (types == null
                || findings.module() == null
                || findings.module().getClasses().isEmpty()) {
            return new Checked(complaints.all(), List.of());
        }
        Sources sources = new Sources(findings.module());
        Certainty certainty = new Certainty(
                types, sources, base, findings.module().getClasses().get(0), loader);
        new Inspector(text, scope, findings.module(), certainty, sources, byName, base, complaints).inspect();
        EffectFinder finder = new EffectFinder(text, findings.module(), certainty, byName);
        return new Checked(complaints.all(), finder.effects(), finder.untold(), finder.questions());
    }
}

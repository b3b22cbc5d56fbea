package dev.ferry.script.analysis.call;

import dev.ferry.api.RequestLine;
import dev.ferry.script.analysis.call.Overload.Slot;
import dev.ferry.script.analysis.type.Extensions;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Findings.Form;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/** Finds the methods and constructors that a call may mean: compiled ones, those of the text and the session, Groovy's own. */
public final class Overloads {

    private final Class<?> base;
    private final ClassLoader loader;
    private final NamedArguments named;

    public Overloads(Class<?> base, ClassLoader loader, NamedArguments named) {
        this.base = base;
        this.loader = loader;
        this.named = named;
    }

    /** The overloads of the first receiver that has any; those that send a request, where some do. */
    public List<Overload> of(Findings.Call call) {
        return endpoints(all(call));
    }

    /** All overloads of the first receiver that has any. */
    public List<Overload> all(Findings.Call call) {
        for (ClassNode receiver : call.receivers()) {
            List<Overload> found = call.form() == Form.CONSTRUCTOR
                    ? constructors(receiver)
                    : methods(receiver, call.form(), call.method());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Where some send a request, the others only call those. */
    private static List<Overload> endpoints(List<Overload> found) {
        List<Overload> endpoints = found.stream()
                .filter(each -> each.code() instanceof Method method
                        && RequestLine.of(method).isPresent())
                .toList();
        return endpoints.isEmpty() ? found : endpoints;
    }

    private List<Overload> methods(ClassNode receiver, Form form, String name) {
        List<Overload> found = new ArrayList<>();
        ClassNode type = receiver.redirect();
        while (type != null && type.isPrimaryClassNode()) {
            for (MethodNode method : type.getDeclaredMethods(name)) {
                found.add(source(method.getParameters(), result(method)));
            }
            type = type.getUnresolvedSuperClass() == null
                    ? null
                    : type.getUnresolvedSuperClass().redirect();
        }
        boolean own = receiver.redirect().isPrimaryClassNode();
        @Nullable
        Type reflected = receiver.isScript() ? base : own ? reflected(type) : TypeText.reflected(receiver, loader);
        if (reflected != null) {
            found.addAll(compiled(reflected, form == Form.ON_CLASS, name));
        }
        if (form == Form.ON_VALUE) {
            found.addAll(extensions(reflected == null ? Object.class : reflected, name));
        }
        return found;
    }

    private @Nullable Type reflected(@Nullable ClassNode type) {
        return type == null ? null : TypeText.reflected(type, loader);
    }

    private List<Overload> compiled(Type type, boolean ofClass, String name) {
        Map<TypeVariable<?>, Type> bindings = TypeText.bindings(type);
        Class<?> raw = TypeText.raw(type);
        return Arrays.stream(raw.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge() && !method.isSynthetic())
                .filter(method -> !ofClass || Modifier.isStatic(method.getModifiers()))
                .map(method -> compiled(method, 0, bindings, method.getGenericReturnType()))
                .toList();
    }

    private List<Overload> extensions(Type receiver, String name) {
        return Extensions.named(receiver, name).stream()
                .map(method ->
                        compiled(method, 1, Extensions.elements(method, receiver), method.getGenericReturnType()))
                .toList();
    }

    private List<Overload> constructors(ClassNode type) {
        if (type.redirect().isPrimaryClassNode()) {
            List<Overload> found = new ArrayList<>();
            for (ConstructorNode constructor : type.redirect().getDeclaredConstructors()) {
                if (constructor.getLineNumber() > 0) {
                    found.add(source(constructor.getParameters(), type.getNameWithoutPackage()));
                }
            }
            return found.isEmpty() ? List.of(properties(type.redirect())) : found;
        }
        Type reflected = TypeText.reflected(type, loader);
        if (reflected == null) {
            return List.of();
        }
        return Arrays.stream(TypeText.raw(reflected).getConstructors())
                .map(each -> compiled(each, 0, TypeText.bindings(reflected), reflected))
                .toList();
    }

    /** A class without a constructor is made with its properties as named arguments. */
    private static Overload properties(ClassNode type) {
        List<Named> named = type.getProperties().stream()
                .filter(property -> !property.isStatic())
                .map((PropertyNode property) ->
                        new Named(property.getName(), "", false, TypeText.shortly(property.getType())))
                .toList();
        return new Overload(List.of(), false, named, type.getNameWithoutPackage(), null);
    }

    private Overload compiled(Executable code, int skipped, Map<TypeVariable<?>, Type> bindings, Type result) {
        Collection<Named> names = named.of(code).values();
        Parameter[] parameters = code.getParameters();
        List<Slot> plain = new ArrayList<>();
        for (int i = skipped + (names.isEmpty() ? 0 : 1); i < parameters.length; i++) {
            String type = TypeText.shortly(TypeText.known(parameters[i].getParameterizedType(), bindings));
            String name = parameters[i].isNamePresent() ? parameters[i].getName() : "";
            plain.add(new Slot(name, type, ClassHelper.make(parameters[i].getType()), true));
        }
        boolean nothing = result == void.class || result == Void.class;
        String given = nothing ? "" : TypeText.shortly(TypeText.known(result, bindings));
        return new Overload(plain, code.isVarArgs(), List.copyOf(names), given, code);
    }

    private static Overload source(org.codehaus.groovy.ast.Parameter[] parameters, String result) {
        List<Slot> plain = new ArrayList<>();
        for (org.codehaus.groovy.ast.Parameter parameter : parameters) {
            ClassNode type = parameter.getType();
            String words = parameter.isDynamicTyped() ? "" : TypeText.shortly(type);
            plain.add(new Slot(parameter.getName(), words, type, !parameter.hasInitialExpression()));
        }
        boolean varargs = parameters.length > 0
                && parameters[parameters.length - 1].getType().isArray();
        return new Overload(plain, varargs, List.of(), result, null);
    }

    private static String result(MethodNode method) {
        ClassNode inferred = method.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE);
        ClassNode type = inferred != null ? inferred : method.getReturnType();
        return type.equals(ClassHelper.VOID_TYPE) ? "" : TypeText.shortly(type);
    }
}

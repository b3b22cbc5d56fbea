package dev.ferry.script.analysis.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.jspecify.annotations.Nullable;

/** Types of the compiler and of reflection, as text and as each other. */
public final class TypeText {

    /** A generic class with arguments, as reflection would give it. */
    public record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String getTypeName() {
            return TypeText.of(this, true);
        }
    }

    private TypeText() {}

    /** The compiler's type as source text with full names, fit to be declared in another text. */
    public static String source(ClassNode type) {
        return of(type, true);
    }

    /** The compiler's type in short form, for people. */
    public static String shortly(ClassNode type) {
        return of(type, false);
    }

    /** A type of reflection in short form, for people. */
    public static String shortly(Type type) {
        return of(type, false);
    }

    /** A type as source text in short form, for people. */
    public static String shortly(String source) {
        return source.replaceAll("\\b(?:\\w+\\.)+", "").replaceAll(",\\s*", ", ");
    }

    private static String of(ClassNode type, boolean full) {
        ClassNode node = nameable(type);
        if (node.isArray()) {
            return of(node.getComponentType(), full) + "[]";
        }
        if (node.isGenericsPlaceHolder()) {
            return of(node.redirect(), full);
        }
        String name = node.getName().replace('$', '.');
        GenericsType[] arguments = node.getGenericsTypes();
        String base = full && !name.startsWith("java.lang.") ? name : name.substring(name.lastIndexOf('.') + 1);
        if (arguments == null || arguments.length == 0 || node.redirect().getGenericsTypes() == null) {
            return base;
        }
        return Arrays.stream(arguments)
                .map(argument -> of(bound(argument), full))
                .collect(Collectors.joining(full ? "," : ", ", base + "<", ">"));
    }

    /** Types that the checker invents (common supertypes, unions) have no name: the nearest one that has. */
    private static ClassNode nameable(ClassNode type) {
        ClassNode node = type;
        if (node.getName().contains("(") || node.getName().startsWith("<")) {
            ClassNode parent = node.getUnresolvedSuperClass();
            ClassNode[] interfaces = node.getInterfaces();
            boolean useful = parent != null && !ClassHelper.isObjectType(parent);
            node = useful ? parent : interfaces.length > 0 ? interfaces[0] : ClassHelper.OBJECT_TYPE;
        }
        return node;
    }

    private static ClassNode bound(GenericsType argument) {
        if (argument.isWildcard() || argument.isPlaceholder()) {
            ClassNode[] upper = argument.getUpperBounds();
            ClassNode lower = argument.getLowerBound();
            return upper != null && upper.length > 0 ? upper[0] : lower != null ? lower : ClassHelper.OBJECT_TYPE;
        }
        ClassNode type = argument.getType();
        return ClassHelper.isPrimitiveType(type) ? ClassHelper.getWrapper(type) : type;
    }

    private static String of(Type type, boolean full) {
        if (type instanceof Class<?> raw) {
            String name = raw.getTypeName().replace('$', '.');
            return full && !name.startsWith("java.lang.") ? name : name.substring(name.lastIndexOf('.') + 1);
        }
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> of(argument, full))
                    .collect(Collectors.joining(full ? "," : ", ", of(generic.getRawType(), full) + "<", ">"));
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], full);
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType(), full) + "[]";
        }
        return type instanceof TypeVariable<?> variable ? variable.getName() : type.getTypeName();
    }

    /** The compiler's type as reflection would give it; empty for a class that exists only as source. */
    public static @Nullable Type reflected(ClassNode type, ClassLoader loader) {
        ClassNode node = nameable(type);
        if (node.isGenericsPlaceHolder()) {
            node = node.redirect();
        }
        if (node.isArray()) {
            Type component = reflected(node.getComponentType(), loader);
            return component == null ? null : raw(component).arrayType();
        }
        Class<?> raw = loaded(node, loader);
        GenericsType[] arguments = node.getGenericsTypes();
        if (raw == null || arguments == null || raw.getTypeParameters().length != arguments.length) {
            return raw;
        }
        List<Type> types = new ArrayList<>();
        for (GenericsType argument : arguments) {
            Type reflected = reflected(bound(argument), loader);
            types.add(reflected == null ? Object.class : reflected);
        }
        return types.isEmpty() ? raw : new Parameterized(raw, List.copyOf(types));
    }

    /** A type of reflection as the compiler has it. */
    public static ClassNode node(Type type) {
        ClassNode node = ClassHelper.make(raw(type)).getPlainNodeReference();
        if (type instanceof ParameterizedType generic) {
            node.setGenericsTypes(Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> new GenericsType(node(argument)))
                    .toArray(GenericsType[]::new));
        }
        return node;
    }

    private static @Nullable Class<?> loaded(ClassNode node, ClassLoader loader) {
        if (ClassHelper.isPrimitiveType(node)) {
            return node.getTypeClass();
        }
        if (node.redirect().isPrimaryClassNode() || !node.isResolved()) {
            return null;
        }
        try {
            return Class.forName(node.getName(), false, loader);
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }

    /** The class behind a type. */
    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return type instanceof TypeVariable<?> variable ? raw(variable.getBounds()[0]) : Object.class;
    }

    /** What the type variables of a class and of all its supertypes stand for, seen from one use of the class. */
    public static Map<TypeVariable<?>, Type> bindings(Type type) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        bind(type, bindings);
        return bindings;
    }

    private static void bind(@Nullable Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type == null) {
            return;
        }
        Class<?> raw = raw(type);
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.putIfAbsent(variables[i], resolve(generic.getActualTypeArguments()[i], bindings));
            }
        }
        bind(raw.getGenericSuperclass(), bindings);
        for (Type each : raw.getGenericInterfaces()) {
            bind(each, bindings);
        }
    }

    /** The type with its variables replaced by what they stand for. */
    public static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> variable) {
            Type bound = bindings.get(variable);
            return bound == null ? raw(variable.getBounds()[0]) : bound;
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> resolve(argument, bindings))
                    .toList();
            return new Parameterized(raw(generic), arguments);
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], bindings);
        }
        return type;
    }

    /** The type with those of its variables replaced that stand for something, and the others kept. */
    public static Type known(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?>) {
            return bindings.getOrDefault(type, type);
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> known(argument, bindings))
                    .toList();
            return new Parameterized(raw(generic), arguments);
        }
        return type instanceof WildcardType wildcard ? known(wildcard.getUpperBounds()[0], bindings) : type;
    }

    /** What one walks over when iterating: the component of an array or the element of an {@code Iterable}. */
    public static @Nullable Type element(Type type) {
        Class<?> raw = raw(type);
        if (raw.isArray()) {
            return raw.getComponentType();
        }
        return Iterable.class.isAssignableFrom(raw)
                ? bindings(type).get(Iterable.class.getTypeParameters()[0])
                : null;
    }
}

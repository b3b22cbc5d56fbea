package dev.ferry.output;

import static dev.ferry.output.Secret.MASK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secret shows of itself where no redactor stands behind it. */
final class SecretTest {
    private static final String VALUE = "canary-of-the-type-4711";

    private final Secret secret = Secret.of(VALUE);

    /** A record as the services answer with. */
    public record Holder(String name, Secret linkToken) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.toString()",
                "\"$s\"",
                "\"${-> s}\"",
                "'' + s",
                "s.dump()",
                "s.inspect()",
                "s.properties.toString()",
                "s.metaPropertyValues*.value.toString()",
                "s.metaClass.properties*.name.toString()",
                "s.value.toString()",
                "s.value.dump().replaceAll(/characters=\\S+/, '')",
                "[s].inspect()",
                "[a: s].dump()",
                "[s].join(',')",
                "String.format('%s', s)",
                "h.toString()",
                "h.dump()",
                "h.inspect()",
                "new Holding(s).toString()",
                "new Holding(s).dump()",
                "String.valueOf(s)",
                "s as String",
                "java.util.Objects.toString([s, [s] as Object[]])",
                "new IllegalStateException(\"no login with $s\").toString()",
                "'a' + s + 'b'",
                "('a' << s).toString()",
                "new StringBuilder().append(s).toString()",
                "\"${s}\" + \"${h.linkToken}\"",
                "java.text.MessageFormat.format('{0}', s)",
                "[token: s, holder: h].toMapString()",
                "[s, 'x'].toListString()",
                "new StringWriter().with { it << s; it.toString() }",
                "new ByteArrayOutputStream().with { b -> new PrintStream(b, true).with { it.print(s); it.printf('%s', s) }; b.toString() }",
            })
    void no_way_to_make_a_text_of_it_gives_the_value(String expression) {
        String shown = String.valueOf(evaluate(
                "@groovy.transform.ToString(includeFields = true) class Holding { private Object kept; Holding(k) { kept = k } }\n"
                        + expression));
        assertFalse(shown.contains(VALUE), shown);
    }

    @Test
    void a_failed_assertion_draws_dots() {
        PowerAssertionError failure = assertThrows(
                PowerAssertionError.class, () -> evaluate("assert h.linkToken == [s] && \"$s\" == h.toString()"));
        assertFalse(String.valueOf(failure.getMessage()).contains(VALUE), failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains(MASK), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_format_writes_the_value(Format format) {
        Printer printer = new Printer(Streams.system(Map.of()), format);
        for (Object value : List.of(secret, List.of(secret), Map.of("a", secret), new Holder("n", secret))) {
            String text = printer.render(value);
            assertFalse(text.contains(VALUE), text);
            assertTrue(text.contains(MASK), text);
        }
    }

    /** Writers that know nothing of secrets, and look into whatever they are given, may fail; they may not show it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new com.squareup.moshi.Moshi.Builder().build().adapter(Object).toJson([a: s])",
                "new com.squareup.moshi.Moshi.Builder().build().adapter(s.class).toJson(s)",
                "new org.snakeyaml.engine.v2.api.Dump(org.snakeyaml.engine.v2.api.DumpSettings.builder().build()).dumpToString([a: s])",
                "new java.util.Properties().with { put('a', s); def w = new StringWriter(); store(w, ''); w.toString() }",
                "new ByteArrayOutputStream().with { b -> new java.beans.XMLEncoder(b).with { it.exceptionListener = { }; it.writeObject(s); it.close() }; b.toString() }",
            })
    void a_writer_that_does_not_know_it_does_not_show_it(String expression) {
        String shown;
        try {
            shown = String.valueOf(evaluate(expression));
        } catch (Exception | LinkageError e) {
            shown = ExceptionText.of(e);
        }
        assertFalse(shown.contains(VALUE), shown);
        assertFalse(shown.matches("(?s).*(unable to resolve class|No such property).*"), shown);
    }

    @Test
    void it_cannot_be_serialized() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThrows(NotSerializableException.class, () -> out.writeObject(secret));
            assertThrows(NotSerializableException.class, () -> out.writeObject(List.of(secret)));
        }
        assertFalse(Comparable.class.isAssignableFrom(Secret.class), "an order would tell something of the value");
    }

    @Test
    void equal_values_are_equal_and_their_hash_is_not_that_of_the_text() {
        assertEquals(secret, Secret.of(VALUE));
        assertEquals(secret.hashCode(), Secret.of(VALUE).hashCode());
        assertNotEquals(secret, Secret.of(VALUE + "x"));
        assertNotEquals(secret.hashCode(), VALUE.hashCode());
    }

    @Test
    void a_wiped_secret_is_gone_and_nothing_is_shown_any_more() throws Exception {
        KnownSecrets known = new KnownSecrets();
        Secret wiped = new Secret(known.learn("canary+to-be/wiped\n0815"));
        assertEquals("canary+to-be/wiped\n0815", wiped.reveal());
        assertTrue(held(known).contains("wiped"));
        known.wipe();
        assertThrows(IllegalStateException.class, wiped::reveal);
        assertEquals(MASK, wiped.toString());
        assertFalse(held(known).contains("wiped"), "in no spelling");
        Spans spans = new Spans("anything");
        known.hideIn("anything", spans);
        assertEquals(MASK, spans.between(0, 8, false));
    }

    /** All characters that can be reached from an object, as somebody with a picture of the memory would see them. */
    private static String held(Object root) throws IllegalAccessException {
        StringBuilder all = new StringBuilder();
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Map<?, ?> map) {
                open.addAll(map.keySet());
                open.addAll(map.values());
            } else if (next instanceof Iterable<?> elements) {
                elements.forEach(open::add);
            } else if (next instanceof char[] characters) {
                all.append(characters).append('\n');
            } else if (next instanceof String text) {
                all.append(text).append('\n');
            } else if (next.getClass().getName().startsWith("dev.ferry")) {
                for (Field field : next.getClass().getDeclaredFields()) {
                    field.setAccessible(true);
                    Object value = field.get(next);
                    if (value != null && !field.getType().isPrimitive()) {
                        open.add(value);
                    }
                }
            } else if (next instanceof Object[] elements) {
                open.addAll(Arrays.asList(elements));
            }
        }
        return all.toString();
    }

    private Object evaluate(String text) {
        return new GroovyShell(
                        getClass().getClassLoader(), new Binding(Map.of("s", secret, "h", new Holder("n", secret))))
                .evaluate(text);
    }
}

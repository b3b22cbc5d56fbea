package dev.ferry.shell.command;

import dev.ferry.api.Listing;
import dev.ferry.api.Named;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import groovy.lang.Closure;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a few words. Asks nothing of a value that might have to fetch the answer, and shows no secret. */
final class ValuePreview {
    private static final int ELEMENTS = 3;

    private ValuePreview() {}

    /** @param width columns there are */
    static String of(String name, @Nullable Object value, int width) {
        String text = text(value, true);
        boolean secret = value instanceof CharSequence && Redactor.isSecret(name, value.toString());
        String shown = secret ? Secret.MASK : Redactor.redact(text.replaceAll("\\p{Cntrl}+", " "));
        return shown.length() > width ? shown.substring(0, Math.max(1, width - 1)) + "…" : shown;
    }

    private static String text(@Nullable Object value, boolean outermost) {
        if (value == null) {
            return "null";
        } else if (value instanceof CharSequence text) {
            return "'" + text + "'";
        } else if (value instanceof Listing<?> listing) {
            return listing.toString().replace("Listing of ", "about ").replace("Listing", "a list")
                    + ", read when it is used";
        } else if (value instanceof Closure) {
            return "a closure";
        } else if (value instanceof Map<?, ?> map && isPlain(map)) {
            return size(map.size(), "entry", "entries") + (outermost ? of(map.keySet()) : "");
        } else if (value instanceof Collection<?> list && isPlain(list)) {
            return size(list.size(), "element", "elements") + (outermost ? of(list) : "");
        } else if (value.getClass().isArray()) {
            return size(Array.getLength(value), "element", "elements");
        } else if (value instanceof Named named && value instanceof Record) {
            return named.name() == null ? String.valueOf(named.id()) : named.name() + " (" + named.id() + ")";
        } else if (value instanceof Secret) {
            return Secret.MASK;
        } else if (value instanceof Number || value instanceof Boolean || value instanceof Enum || isOfJava(value)) {
            return value.toString();
        } else if (Proxy.isProxyClass(value.getClass())) {
            return "asked when it is used";
        }
        // Whatever else there is may do anything in its text.
        return value instanceof Record record ? brief(record) : "";
    }

    private static String brief(Record record) {
        String text = record.toString();
        int bracket = text.indexOf('[');
        return bracket < 0 ? text : text.substring(bracket + 1, text.length() - 1);
    }

    private static String of(Collection<?> elements) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Object element : elements) {
            if (count++ == ELEMENTS) {
                return text.append(", …").toString();
            }
            text.append(count == 1 ? ": " : ", ").append(text(element, false));
        }
        return text.toString();
    }

    private static boolean isPlain(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static boolean isOfJava(Object value) {
        String name = value.getClass().getName();
        return name.startsWith("java.time.") || name.startsWith("java.net.UR") || name.startsWith("java.util.UUID");
    }

    private static String size(int size, String one, String many) {
        return size + " " + (size == 1 ? one : many);
    }
}

package dev.ferry.api.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.ferry.api.Page;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.TypeName;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Turns a complete answer into a value, or into the exception that says why it is none. */
final class AnswerReader {
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final Pattern PAGE_NUMBER = Pattern.compile("[?&]pageNum=(\\d{1,9})(?!\\d)");

    private final JsonFormat json;
    private final ErrorReader errors;

    AnswerReader(JsonFormat json) {
        this.json = json;
        this.errors = new ErrorReader(json);
    }

    /** Nothing is expected; only an error matters. */
    void nothing(Answer answer) {
        Answer opened = open(answer);
        if (!opened.isEmpty() && opened.isHtml()) {
            throw page(opened);
        }
    }

    /** A value of this type. */
    Object value(Answer answer, Type type) {
        Answer opened = open(answer);
        JsonAdapter<Object> adapter = json.adapter(type);
        Object value = read(opened, TypeName.of(type), adapter::fromJson);
        if (value == null) {
            throw opened.unreadable("the answer is null where " + TypeName.of(type) + " was expected", null);
        }
        return value;
    }

    /** The same; null for a change that was answered without content. */
    @Nullable
    Object valueOrNothing(Answer answer, Type type) {
        return isSilentlyDone(answer) ? null : value(answer, type);
    }

    /** Maps and lists, a text when it is not JSON, null when there is nothing. */
    @Nullable
    Object anything(Answer answer) {
        Answer opened = open(answer);
        if (opened.isEmpty()) {
            return null;
        }
        if (!opened.isJson() && !opened.isHtml()) {
            return opened.body().utf8();
        }
        return read(opened, "JSON", json.<Object>adapter(Object.class)::fromJson);
    }

    /** One page of a list with elements of this type. */
    Page<Object> page(Answer answer, Type element) {
        JsonAdapter<Object> adapter = json.adapter(element);
        Answer opened = open(answer);
        if (isSilentlyDone(opened)) {
            return new Page<>(List.of(), 0, null);
        }
        Page<Object> page = read(opened, "a list", reader -> page(reader, adapter));
        if (page == null) {
            throw opened.unreadable("the answer holds no list", null);
        }
        return page;
    }

    private static @Nullable Page<Object> page(JsonReader reader, JsonAdapter<Object> adapter) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            List<Object> all = elements(reader, adapter);
            return new Page<>(all, all.size(), null);
        }
        List<Object> results = null;
        Integer total = null;
        Integer next = null;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (reader.peek() == JsonReader.Token.NULL) {
                reader.skipValue();
                continue;
            }
            switch (name) {
                case "results" -> results = elements(reader, adapter);
                case "totalCount" -> total = reader.nextInt();
                case "links" -> next = next(reader);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return results == null ? null : new Page<>(results, total, next);
    }

    private static List<Object> elements(JsonReader reader, JsonAdapter<Object> adapter) throws IOException {
        List<Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            Object element = adapter.fromJson(reader);
            if (element != null) {
                elements.add(element);
            }
        }
        reader.endArray();
        return elements;
    }

    /**
     * The number of the next page. Only that is taken from the link: its host and prefix are known to point elsewhere.
     */
    private static @Nullable Integer next(JsonReader reader) throws IOException {
        Integer next = null;
        reader.beginArray();
        while (reader.hasNext()) {
            String rel = null;
            String href = "";
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "rel" -> rel = reader.nextString();
                    case "href" -> href = reader.nextString();
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
            if ("next".equals(rel)) {
                Matcher number = PAGE_NUMBER.matcher(href);
                if (!number.find()) {
                    throw new JsonDataException("the link to the next page names no pageNum at " + reader.getPath());
                }
                next = Integer.valueOf(number.group(1));
            }
        }
        reader.endArray();
        return next;
    }

    /** Throws what is an error, and takes what was asked for out of its envelope. */
    private Answer open(Answer answer) {
        if (answer.status() >= 400) {
            throw errors.exception(answer);
        }
        if (answer.status() >= 300) {
            throw answer.unreadable("an answer with status " + answer.status() + " where a result was expected", null);
        }
        if (hasNoContent(answer)) {
            // By its status it has no body; what came all the same is not for us (RFC 9110, section 15.3.5).
            return answer.withBody(ByteString.EMPTY);
        }
        return checked(unwrapped(answer));
    }

    private static boolean hasNoContent(Answer answer) {
        return answer.status() == NO_CONTENT || answer.status() == RESET_CONTENT;
    }

    /** The service says by such an answer that it has made a change, and nothing else. */
    private static boolean isSilentlyDone(Answer answer) {
        return hasNoContent(answer) && Changes.mayChange(answer.request());
    }

    /** Throws an error that comes with a status of success. */
    private Answer checked(Answer answer) {
        OptionalInt error = ErrorReader.status(answer.body());
        if (error.isPresent()) {
            throw errors.exception(answer, error.getAsInt());
        }
        return answer;
    }

    private Answer unwrapped(Answer answer) {
        if (!"true".equalsIgnoreCase(answer.request().url().queryParameter("envelope")) || answer.isEmpty()) {
            return answer;
        }
        Envelope envelope = read(answer, "an envelope", Envelope::read);
        Answer opened = envelope == null || envelope.content() == null ? answer : answer.withBody(envelope.content());
        if (envelope != null && envelope.status() >= 400) {
            throw errors.exception(opened.withStatus(envelope.status()));
        }
        return opened;
    }

    /** A wrapped answer. Lists carry only the status, and keep their shape. */
    private record Envelope(int status, @Nullable ByteString content) {
        static Envelope read(JsonReader reader) throws IOException {
            int status = 0;
            ByteString content = null;
            if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
                reader.skipValue();
                return new Envelope(status, content);
            }
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (name.equals("status") && reader.peek() == JsonReader.Token.NUMBER) {
                    status = reader.nextInt();
                } else if (name.equals("content") || name.equals("envelope")) {
                    content = reader.nextSource().readByteString();
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            // A thing of the API may have a field "content" or a "status" of its own; only both make an envelope.
            return new Envelope(status, status == 0 ? null : content);
        }
    }

    private static UnreadableAnswerException page(Answer answer) {
        return answer.page("an HTML page (\"" + answer.firstWords()
                + "\"), not the API; look for a proxy in between, or a wrong base URL");
    }

    @FunctionalInterface
    private interface JsonReading<T> {
        @Nullable
        T from(JsonReader reader) throws IOException;
    }

    private static <T> @Nullable T read(Answer answer, String expected, JsonReading<T> reading) {
        if (answer.isEmpty()) {
            throw answer.cutOff("an empty answer where " + expected + " was expected", null);
        }
        if (answer.isHtml()) {
            throw page(answer);
        }
        JsonReader reader = JsonReader.of(new Buffer().write(answer.body()));
        try {
            T value = reading.from(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw answer.unreadable("more text after the end of the JSON", null);
            }
            return value;
        } catch (JsonDataException e) {
            throw answer.unreadable("the answer is not " + expected + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw answer.cutOff(
                    "broken JSON at " + reader.getPath() + ", " + answer.body().size()
                            + " bytes in all; the answer may have been cut off",
                    e);
        }
    }
}

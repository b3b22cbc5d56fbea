package dev.ferry.output;

import static dev.ferry.output.Secret.MASK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class RedactedStreamTest {
    private static final String CANARY = "canary-split-0123456789";

    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private final OutputStream stream = Redactor.stream(sink);

    @Test
    void a_secret_split_over_two_writes_is_hidden_at_every_place_it_can_be_split() throws IOException {
        Secret.of(CANARY);
        for (int at = 1; at < CANARY.length(); at++) {
            write(" x " + CANARY.substring(0, at));
            write(CANARY.substring(at) + " y\n");
        }
        assertEquals((" x " + MASK + " y\n").repeat(CANARY.length() - 1), shown());
    }

    @Test
    void a_flush_between_the_parts_of_a_secret_does_not_show_its_beginning() throws IOException {
        Secret.of(CANARY);
        for (int at = 3; at < CANARY.length(); at++) {
            write("key " + CANARY.substring(0, at));
            stream.flush();
            write(CANARY.substring(at));
            stream.flush();
            write(" end\n");
        }
        assertEquals(("key " + MASK + " end\n").repeat(CANARY.length() - 3), shown());
    }

    @Test
    void what_was_held_back_and_is_no_secret_comes_with_the_next_write() throws IOException {
        Secret.of(CANARY);
        write("canary-sp");
        stream.flush();
        write("arrow\n");
        assertEquals("canary-sparrow\n", shown());
    }

    @Test
    void a_value_is_hidden_though_its_name_was_flushed_before() throws IOException {
        for (String part : new String[] {"password=", "hun", "ter2", " and on"}) {
            write(part);
            stream.flush();
        }
        assertEquals("password=" + MASK + " and on", shown());
    }

    @Test
    void a_prompt_is_seen_as_soon_as_it_is_flushed() throws IOException {
        write("Name: ");
        assertEquals("", shown());
        stream.flush();
        assertEquals("Name: ", shown());
    }

    @Test
    void a_letter_of_several_bytes_survives_being_split() throws IOException {
        for (byte b : "ä漢😀\n".getBytes(UTF_8)) {
            stream.write(b);
            stream.flush();
        }
        assertEquals("ä漢😀\n", shown());
    }

    @Test
    void a_private_key_in_pem_is_left_out_though_each_line_is_written_alone() throws IOException {
        for (String line : ("a\n-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nabc=\n"
                        + "-----END PRIVATE KEY-----\nb\n")
                .split("(?<=\n)")) {
            write(line);
            stream.flush();
        }
        assertEquals("a\n" + MASK + "\nb\n", shown());
    }

    @Test
    void what_stands_behind_a_private_key_on_its_last_line_is_shown_and_the_next_key_is_not() throws IOException {
        String key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----";
        for (String line : ("[" + key + ", " + key + "]\nb\n").split("(?<=\n)")) {
            write(line);
            stream.flush();
        }
        assertEquals("[" + MASK + "\n, " + MASK + "\n]\nb\n", shown());
    }

    @Test
    void the_mere_mention_of_a_private_key_does_not_swallow_the_text_after_it() throws IOException {
        write("It begins with -----BEGIN PRIVATE KEY-----\nand so on.\nMore.\n");
        assertEquals("It begins with " + MASK + "\nand so on.\nMore.\n", shown());
    }

    @Test
    void the_rest_of_a_line_comes_out_when_the_stream_is_closed() throws IOException {
        Secret.of(CANARY);
        write("a " + CANARY);
        stream.close();
        assertEquals("a " + MASK, shown());
    }

    @Test
    void a_long_line_flushed_bit_by_bit_loses_nothing() throws IOException {
        String dots = ".".repeat(20_000);
        for (char c : dots.toCharArray()) {
            stream.write(c);
            if (c % 7 == 0) {
                stream.flush();
            }
        }
        stream.close();
        assertEquals(dots, shown());
        assertFalse(shown().contains(MASK));
    }

    private void write(String text) throws IOException {
        stream.write(text.getBytes(UTF_8));
    }

    private String shown() {
        return sink.toString(UTF_8);
    }
}

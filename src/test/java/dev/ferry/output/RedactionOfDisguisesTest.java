package dev.ferry.output;

import static dev.ferry.output.Secret.MASK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets that do not stand in a text as they are: encoded, cut, wrapped, coloured, inside one another. */
final class RedactionOfDisguisesTest {
    /** With everything that somebody would escape. */
    private static final String AWKWARD = "p%w \"r&<'d>\\4/7+x=";

    /** How a text that has the secret in it is written again. */
    enum Disguise {
        NONE(text -> text),
        JSON(Disguise::json),
        JSON_IN_JSON(text -> json(json(text))),
        JSON_WITH_CODES(text -> text.replace("\\", "\\\\")
                .replace("\"", "\\u0022")
                .replace("<", "\\u003c")
                .replace("'", "\\u0027")
                .replace("&", "\\u0026")
                .replace("/", "\\/")),
        URL(text -> URLEncoder.encode(text, UTF_8)),
        URL_WITH_TWENTY(text -> URLEncoder.encode(text, UTF_8).replace("+", "%20")),
        URL_IN_SMALL_DIGITS(text -> text.replace("%", "%25")
                .replace("+", "%2b")
                .replace("/", "%2f")
                .replace("=", "%3d")
                .replace("\"", "%22")
                .replace("&", "%26")),
        URL_IN_URL(text -> URLEncoder.encode(URLEncoder.encode(text, UTF_8), UTF_8)),
        XML(text -> text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")),
        XML_BY_NUMBER(text -> text.replace("&", "&#38;").replace("<", "&#x3C;").replace("'", "&apos;")),
        SHELL(text -> text.replace("'", "'\\''")),
        SHELL_BY_BACKSLASH(text -> text.replaceAll("([^A-Za-z0-9])", "\\\\$1")),
        SHELL_BY_QUOTES(text -> text.replace("'", "'\"'\"'")),
        LARGE(text -> text.toUpperCase(Locale.ROOT)),
        SMALL(text -> text.toLowerCase(Locale.ROOT)),
        BASE64(text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))),
        BASE64_FOR_URLS(text -> Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))),
        HEXADECIMAL(text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
        HEXADECIMAL_LARGE(text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8))),
        COLOURED(text -> text.replaceAll("(.{3})", "$1\033[1;31m")),
        LINKED(text -> text.replaceAll("(.{4})", "$1\033]8;;http://x\007")),
        ;

        private final Function<String, String> write;

        Disguise(Function<String, String> write) {
            this.write = write;
        }

        private static String json(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void a_secret_is_hidden_however_it_is_written(Disguise disguise) {
        for (String value : List.of("canary" + AWKWARD + disguise, "Canary" + disguise + "A1b2C3d4E5f6")) {
            Secret.of(value);
            for (String before : List.of("", "u:", "ab", "user:", "a longer text, ")) {
                String shown = Redactor.redact(disguise.write.apply(before + value + " end"));
                String bare = disguise.write.apply(value);
                String middle = bare.substring(bare.length() / 3, bare.length() * 2 / 3);
                assertFalse(shown.contains(bare), shown);
                assertFalse(shown.contains(middle), () -> middle + " in " + shown);
                assertTrue(shown.contains(MASK), shown);
                assertEquals(shown, Redactor.redact(shown));
            }
        }
    }

    @Test
    void a_login_in_a_header_is_hidden_though_a_name_stands_before_the_password_in_its_base64() {
        Secret.of("canary-in-basic-0815");
        for (String user : List.of("a", "ab", "abc", "public")) {
            String code = Base64.getEncoder().encodeToString((user + ":canary-in-basic-0815").getBytes(UTF_8));
            String shown = Redactor.redact("sent " + code + " there");
            assertTrue(shown.contains(MASK), shown);
            assertFalse(shown.contains(code.substring(12, 24)), shown);
        }
    }

    @Test
    void the_parts_of_a_secret_that_was_cut_or_wrapped_are_hidden() {
        String value = "Qm9vdHN0cmFwLWNhbmFyeS1vZi1wYXJ0cy0wMTIz";
        Secret.of(value);
        assertEquals("the token is " + MASK + "…", Redactor.redact("the token is " + value.substring(0, 17) + "…"));
        assertEquals("…" + MASK + " is its end", Redactor.redact("…" + value.substring(20) + " is its end"));
        assertEquals(
                "│ " + MASK + " │\n│ " + MASK + " │",
                Redactor.redact("│ " + value.substring(0, 20) + " │\n│ " + value.substring(20) + " │"));
        String short_ = value.substring(0, KnownSecrets.LEAST_PART - 1);
        assertEquals(short_, Redactor.redact(short_), "too short to come from nothing else");
    }

    @Test
    void a_word_of_a_password_made_of_words_stays_where_it_is_a_word() {
        Secret.of("correct-infrastructure-battery");
        assertSame("the infrastructure is up", Redactor.redact("the infrastructure is up"));
        assertEquals("say " + MASK, Redactor.redact("say correct-infrastructure-battery"));
    }

    @Test
    void each_line_of_a_private_key_is_hidden_wherever_it_is_indented_or_quoted() {
        String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQDCanaryKey4711\nab12cd==";
        Secret.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        for (String line : body.split("\n")) {
            assertEquals("    > " + MASK, Redactor.redact("    > " + line));
        }
    }

    @Test
    void secrets_of_up_to_five_characters_are_hidden_under_their_names_only() {
        for (String value : List.of("z", "q7", "zq7", "zq7x", "zq7x9")) {
            Secret.of(value);
            assertEquals("password=" + MASK, Redactor.redact("password=" + value));
            assertEquals("{\"pwd\":\"" + MASK + "\"}", Redactor.redact("{\"pwd\":\"" + value + "\"}"));
            assertEquals("mongodb://joe:" + MASK + "@h", Redactor.redact("mongodb://joe:" + value + "@h"));
            assertEquals("the " + value + " end", Redactor.redact("the " + value + " end"));
        }
    }

    @Test
    void half_a_secret_on_each_of_two_streams_shows_neither_half() throws IOException {
        String value = "Two-streams-canary-0123456789";
        Secret.of(value);
        for (int at = KnownSecrets.LEAST_PART; at <= value.length() - KnownSecrets.LEAST_PART; at++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            try (OutputStream one = Redactor.stream(out);
                    OutputStream two = Redactor.stream(err)) {
                one.write(("key " + value.substring(0, at)).getBytes(UTF_8));
                one.flush();
                two.write((value.substring(at) + " end\n").getBytes(UTF_8));
            }
            assertEquals("key " + MASK + MASK + " end\n", out.toString(UTF_8) + err.toString(UTF_8));
        }
    }

    @Test
    void a_colour_inside_a_secret_does_not_let_its_beginning_through_a_flush() throws IOException {
        Secret.of("coloured-canary-0123456789");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream stream = Redactor.stream(out)) {
            for (String part : "col,our\033[1med-ca,nary-\033[0m0123,456789\n".split(",")) {
                stream.write(part.getBytes(UTF_8));
                stream.flush();
            }
        }
        String shown = out.toString(UTF_8).replaceAll("\033\\[\\d+m", "");
        assertEquals("", shown.replace("•", "").strip(), shown);
    }

    /** Random secrets that contain, begin and overlap one another, in random texts, in random pieces. */
    @Test
    void no_secret_leaks_from_random_texts_in_random_pieces() throws IOException {
        Random random = new Random(20_260_501);
        for (int round = 0; round < 300; round++) {
            List<String> secrets = related(random);
            secrets.forEach(Secret::of);
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                String secret = secrets.get(random.nextInt(secrets.size()));
                // Two that overlap where they stand, too.
                int overlap = random.nextInt(4) == 0 ? Math.min(4, text.length()) : 0;
                text.append(noise(random))
                        .append(secret, 0, secret.length())
                        .append(overlap > 0 ? secret.substring(secret.length() - overlap) : "");
            }
            String whole = text.append(noise(random)).toString();
            String redacted = Redactor.redact(whole);
            nothingOf(secrets, redacted);
            assertEquals(redacted, Redactor.redact(redacted));
            nothingOf(secrets, streamed(random, whole));
        }
    }

    @Test
    void random_texts_without_secrets_are_not_touched_and_not_lost_in_pieces() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            String text = noise(random) + noise(random) + noise(random);
            assertSame(text, Redactor.redact(text));
            assertEquals(text, streamed(random, text));
        }
    }

    /** Twice the text may take twice the time and some, not four times. */
    @Test
    void the_time_grows_with_the_text_and_not_with_the_number_of_secrets() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            Redactor.learn("mdb_sa_sk_" + token(random, 40));
        }
        String line =
                "{\"a\":\"x%20\\\"y\",\"href\":\"https://h/api?x=1&amp;y\"} 60c4fd418ebe251047c50554 \033[1mbold\033[0m\n";
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            small = Math.min(small, nanos(line.repeat(200)));
            large = Math.min(large, nanos(line.repeat(3_200)));
        }
        long factor = large / small;
        assertTrue(factor < 100, "16 times the text took " + factor + " times as long");
    }

    /** Of this thread alone, whatever else the machine does. */
    private static long nanos(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        Redactor.redact(text);
        return Math.max(1, threads.getCurrentThreadCpuTime() - begin);
    }

    private static void nothingOf(List<String> secrets, String shown) {
        for (String secret : secrets) {
            assertFalse(shown.contains(secret), () -> secret + " in " + shown);
            for (int at = 0; at + KnownSecrets.LEAST_PART <= secret.length(); at++) {
                String part = secret.substring(at, at + KnownSecrets.LEAST_PART);
                assertFalse(shown.contains(part), () -> part + " of " + secret + " in " + shown);
            }
        }
    }

    private static List<String> related(Random random) {
        List<String> secrets = new ArrayList<>();
        String first = token(random, 14 + random.nextInt(20));
        secrets.add(first);
        secrets.add(first + token(random, 13));
        secrets.add(token(random, 13) + first);
        secrets.add(first.substring(first.length() / 2) + token(random, 14));
        secrets.add(first.substring(0, 12));
        return secrets;
    }

    /** Letters with a digit every third place, so that any part of it is random. */
    private static String token(Random random, int length) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < length; i++) {
            token.append(i % 3 == 2 ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26)));
        }
        return token.toString();
    }

    private static String streamed(Random random, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = text.getBytes(UTF_8);
        try (OutputStream stream = Redactor.stream(out)) {
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(9));
                stream.write(bytes, at, length);
                at += length;
                if (random.nextBoolean()) {
                    stream.flush();
                }
            }
        }
        return out.toString(UTF_8);
    }

    private static String noise(Random random) {
        int[] letters = "abXY01 .,-_/+(){}[]<>|@#%&;\\'\"\n\täß漢😀".codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(30); n > 0; n--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.append(' ').toString();
    }
}

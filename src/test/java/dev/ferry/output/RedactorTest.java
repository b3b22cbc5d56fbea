package dev.ferry.output;

import static dev.ferry.output.Secret.MASK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {
    @Test
    void a_secret_shows_nothing_of_itself_but_gives_its_value_to_who_asks() {
        Secret secret = Secret.of("canary-of-its-own-1");
        assertEquals(MASK, secret.toString());
        assertEquals(MASK, String.valueOf((Object) secret));
        assertEquals("canary-of-its-own-1", secret.reveal());
        assertEquals(secret, Secret.of("canary-of-its-own-1"));
        assertEquals(secret.hashCode(), Secret.of("canary-of-its-own-1").hashCode());
        assertNotEquals(secret, Secret.of("canary-of-its-own-2"));
    }

    @Test
    void a_known_secret_is_hidden_wherever_it_stands() {
        Secret.of("Canary/known+1=");
        assertEquals("x" + MASK + "y", Redactor.redact("xCanary/known+1=y"));
        assertEquals(MASK + MASK, Redactor.redact("Canary/known+1=").repeat(2));
        assertEquals("?q=" + MASK, Redactor.redact("?q=Canary%2Fknown%2B1%3D"));
    }

    @Test
    void the_longest_of_several_secrets_is_hidden_as_a_whole() {
        Secret.of("abracadabra");
        Secret.of("abracadabra-longer");
        Secret.of("cadabra-longer-still");
        assertEquals("<" + MASK + ">", Redactor.redact("<abracadabra-longer>"));
        assertEquals("<" + MASK + ">", Redactor.redact("<abracadabra-longer-still>"));
    }

    @Test
    void a_secret_is_hidden_in_its_json_form_too() {
        Secret.of("quo\"te\\and-more");
        assertEquals("{\"x\":\"" + MASK + "\"}", Redactor.redact("{\"x\":\"quo\\\"te\\\\and-more\"}"));
    }

    @Test
    void each_line_of_a_secret_of_several_lines_is_hidden() {
        Secret.of("first-line-canary\nsecond-line-canary");
        assertEquals("see " + MASK, Redactor.redact("see second-line-canary"));
    }

    @Test
    void a_value_too_short_to_be_told_from_a_word_is_left_in_free_text() {
        Secret.of("the");
        assertEquals("the end", Redactor.redact("the end"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key mdb_sa_sk_abcDEF-123_x. | key #.",
                "Bearer abcdef0123456789xyz | Bearer #",
                "eyJhbGciOiJ.eyJzdWIiOiIx.SflKxw-RJSM | #",
                "mongodb://joe:p%40ss@host:27017/db | mongodb://joe:#@host:27017/db",
                "mongodb+srv://joe:p@ss:w@host | mongodb+srv://joe:#@host",
                "https://:pw1@host/x | https://:#@host/x",
                "key 55c3bbb6-b4bb-0be1-e66d20841f3e | key #",
                "--user 'abcdefgh:55c3bbb6-b4bb-0be1-9876-e66d20841f3e' | --user 'abcdefgh:#'",
                "ApiKey('abcdefgh', '55c3bbb6-b4bb-0be1-9876-e66d20841f3e') | ApiKey('abcdefgh', '#')",
                "{\"linkToken\":\"bGluay0wMDAwMDE=\"} | {\"linkToken\":\"#\"}",
                "{\"linkToken\" : \"a\\\"b\", \"x\":1} | {\"linkToken\" : \"#\", \"x\":1}",
                "{\"s\":\"{\\\"password\\\":\\\"pw\\\",\\\"a\\\":1}\"} | {\"s\":\"{\\\"password\\\":\\\"#\\\",\\\"a\\\":1}\"}",
                "{\"secret\":null,\"apiKey\":true} | {\"secret\":null,\"apiKey\":true}",
                "private_api_key = \"00000000\" | private_api_key = \"#\"",
                "MCLI_PRIVATE_API_KEY=correcthorse | MCLI_PRIVATE_API_KEY=#",
                "MONGODB_ATLAS_PUBLIC_API_KEY=abcdefgh | MONGODB_ATLAS_PUBLIC_API_KEY=abcdefgh",
                "?client_secret=a1&grant_type=client_credentials | ?client_secret=#&grant_type=client_credentials",
                "password: hunter2 | password: #",
                "Key[publicKey=abc, privateKey=x1y] | Key[publicKey=abc, privateKey=#]",
                "env['password'] = 'pw' | env['password'] = '#'",
                "links.create(org, linkToken: 'abc') | links.create(org, linkToken: '#')",
                "Authorization: Digest username=\"u\", response=\"r\" | Authorization: Digest #",
                "authorization: Basic YTpi | authorization: Basic #",
                "curl -H 'Authorization: Bearer x1' http://h | curl -H 'Authorization: Bearer #' http://h",
                "Set-Cookie: session=1; HttpOnly | Set-Cookie: #",
                "Cookie: a=1; b=2 | Cookie: #",
                "3 > Authorization: Digest username=x, response=y | 3 > Authorization: Digest #",
                "token=a1b2c3&token_type_hint=access_token | token=#&token_type_hint=access_token",
            })
    void what_looks_like_a_secret_is_hidden(String text, String expected) {
        assertEquals(expected.replace("#", MASK), Redactor.redact(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "atlas.projects.list(name: 'shop')",
                "t = atlas.linkTokens.create(org, accessListIps: ['1.2.3.4'])",
                "cm.links.create(org.id, linkToken: t.linkToken)",
                "password = System.getenv('ATLAS_PASSWORD')",
                "if (secret == expected) { println 'same' }",
                "curl --user \"$PUBLIC_KEY:$PRIVATE_KEY\" --digest https://cloud.mongodb.com:443/api",
                "password: \"${password}\"",
                "PASSWORD=$PASSWORD",
                "The password: too short, try again.",
                "masterKeyUUID 0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9",
                "60c4fd418ebe251047c50554 2024-05-30T10:00:00Z",
                "the bearer of good news; Basic information",
                "maskedSecretValue: mdb_sa…OEyV",
                "http://localhost:8080/a@b 12:30:45",
                "tokenType: bearer, linkTokenId: 5, secrets: []",
            })
    void ordinary_text_stays_the_same_object(String text) {
        assertSame(text, Redactor.redact(text));
    }

    @Test
    void what_stands_behind_an_option_with_the_name_of_a_secret_is_learned() {
        Redactor.learnFrom(
                List.of("run", "x.groovy", "--db-password", "argument-canary-1", "--token=argument-canary-2"));
        Redactor.learnFrom(List.of("--password", "--verbose-canary", "argument-canary-3", "--password"));
        assertEquals(
                MASK + " " + MASK + " argument-canary-3 --verbose-canary",
                Redactor.redact("argument-canary-1 argument-canary-2 argument-canary-3 --verbose-canary"));
    }

    @Test
    void a_private_key_in_pem_is_hidden_from_its_first_line_to_its_last() {
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY-----";
        assertEquals("a\n" + MASK + "\nb", Redactor.redact("a\n" + pem + "\nb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linkToken",
                "privateKey",
                "PRIVATE_API_KEY",
                "client_secret",
                "secret",
                "access_token",
                "password",
                "Authorization",
                "mms.privateKey",
                "private-key",
                "destinationOrgPrivateApiKey",
                "bindPassword"
            })
    void names_of_secrets_are_known_in_any_spelling(String name) {
        assertTrue(Redactor.isSecretName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publicKey",
                "PUBLIC_API_KEY",
                "clientId",
                "secrets",
                "maskedSecretValue",
                "tokenType",
                "name",
                "apiKeys",
                "destinationOrgPublicApiKey",
                ""
            })
    void names_of_other_things_are_not_taken_for_secrets(String name) {
        assertFalse(Redactor.isSecretName(name));
    }

    @Test
    void in_ten_thousand_random_texts_the_secret_goes_and_all_else_stays() {
        var random = new Random(20_240_530);
        String alphabet = "abcXYZ019 .,-_/+(){}[]<>|@#%\n\täß漢😀";
        for (int i = 0; i < 10_000; i++) {
            String secret = "K"
                    + new UUID(random.nextLong(), random.nextLong()).toString().replace('-', 'q');
            Secret.of(secret);
            String before = noise(random, alphabet);
            String after = noise(random, alphabet);
            assertEquals(before + MASK + after, Redactor.redact(before + secret + after));
            assertEquals(before + after, Redactor.redact(before + after));
        }
    }

    @Test
    void redacting_twice_changes_nothing_more() {
        var random = new Random(7);
        String alphabet = "ab1 :=\"'\\,;&{}[]()password=token: Bearer eyJ.://@-----BEGIN PRIVATE KEY-----\n";
        for (int i = 0; i < 10_000; i++) {
            String once = Redactor.redact(noise(random, alphabet));
            assertEquals(once, Redactor.redact(once));
        }
    }

    @Test
    void no_input_makes_it_slow() {
        List<String> pieces = List.of(
                "a",
                "=",
                ":",
                "\"",
                "\\",
                "-",
                "://a:",
                "@",
                "eyJ",
                "eyJaaaa.",
                "Bearer ",
                "password=",
                "password:\"",
                "password='\\",
                "Authorization: ",
                "-----BEGIN PRIVATE KEY-----",
                "abcdefgh:",
                "0000-",
                "\"token\":",
                " ");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String piece : pieces) {
                Redactor.redact(piece.repeat(100_000 / piece.length()));
            }
        });
    }

    private static String noise(Random random, String alphabet) {
        int[] letters = alphabet.codePoints().toArray();
        var text = new StringBuilder();
        for (int n = random.nextInt(80); n > 0; n--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    @Test
    void somebody_whose_password_is_the_word_password_can_still_read_what_is_said() {
        Redactor.learn("password");
        Redactor.learn("Private_Key");

        String said = "correct the password and the Private_Key";
        assertEquals(said, Redactor.redact(said));
    }
}

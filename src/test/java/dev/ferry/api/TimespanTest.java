package dev.ferry.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTest {

    @ParameterizedTest
    @CsvSource({
        "90, PT90S, 1m 30s", "90s, PT90S, 1m 30s", "2h, PT2H, 2h", "1h30m, PT90M, 1h 30m", "500ms, PT0.5S, 500ms",
        "5d, PT120H, 5d", "PT5M, PT5M, 5m", "1 h 5 s, PT1H5S, 1h", "4200ms, PT4.2S, 4.2s", "0s, PT0S, 0ms"
    })
    void a_text_is_read_and_written(String text, Duration span, String written) {
        assertEquals(span, Timespan.of(text));
        assertEquals(written, Timespan.text(span));
    }

    @Test
    void a_number_is_seconds() {
        assertEquals(Duration.ofMillis(1500), Timespan.of(1.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2 fortnights", "h2", "P5"})
    void anything_else_is_refused_with_examples(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Timespan.of(text));
        assertEquals(true, refused.getMessage().contains("'1h30m'"), refused.getMessage());
    }
}

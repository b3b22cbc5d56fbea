import java.time.*
import java.time.temporal.ChronoUnit
def now = Instant.now()
assert now.plus(1, ChronoUnit.DAYS).isAfter(now)
assert Duration.between(now, now + Duration.ofHours(2)).toMinutes() == 120
def day = LocalDate.of(2025, 3, 12)
assert day.year == 2025 && day.plusDays(1).dayOfMonth == 13
assert Duration.parse('PT1H') > Duration.ofMinutes(59)
def date = new Date(0)
assert date.time == 0
assert Instant.parse('2025-03-12T08:00:00Z').toString() == '2025-03-12T08:00:00Z'

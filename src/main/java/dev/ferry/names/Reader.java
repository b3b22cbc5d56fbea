package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.SettingsException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads lists from the services, one call at a time, within the budget. Whatever goes wrong stays here. */
final class Reader {
    private static final int PAGE = 500;

    /** As many pages as there can be names. */
    private static final int MOST_PAGES = Ledger.MOST / PAGE;

    private final Ways ways;
    private final CallBudget budget;
    private final Clock clock;
    private final Map<ApiSide, Condition> conditions = new EnumMap<>(ApiSide.class);

    Reader(Ways ways, CallBudget budget, Clock clock) {
        this.ways = ways;
        this.budget = budget;
        this.clock = clock;
        for (ApiSide side : ApiSide.values()) {
            conditions.put(side, new Condition());
        }
    }

    @SuppressWarnings("NullAway") // there is one for each side
    Condition condition(ApiSide side) {
        return conditions.get(side);
    }

    /**
     * Reads a list to its end, as long as that goes well.
     *
     * @param afterPage run after each page; false ends it
     * @throws InterruptedException when the thread is interrupted
     */
    void read(Part part, BooleanSupplier afterPage) throws InterruptedException {
        Condition condition = condition(part.side());
        if (!condition.mayAsk(part, clock.instant())) {
            return;
        }
        try {
            Optional<ApiClient> client = ways.to(part.side());
            condition.waits(client.isEmpty());
            if (client.isPresent()) {
                pages(client.get(), part, afterPage);
            }
        } catch (CallInterruptedException e) {
            throw new InterruptedException();
        } catch (ErrorAnswerException e) {
            failed(part, condition, e);
        } catch (UnreachableException | CallTimeoutException e) {
            condition.failed("did not answer", clock.instant());
        } catch (ApiException | SettingsException e) {
            condition.failed("cannot be read", clock.instant());
        }
    }

    private void pages(ApiClient client, Part part, BooleanSupplier afterPage) throws InterruptedException {
        boolean paged = !part.path().endsWith("/availableProjects");
        for (int page = 1; page <= MOST_PAGES; page++) {
            budget.take();
            Map<String, Object> query = paged ? Map.of("pageNum", page, "itemsPerPage", PAGE) : Map.of();
            @Nullable Object answer = client.call("GET", Part.prefix(part.side()) + part.path(), query, null);
            boolean goesOn = afterPage.getAsBoolean();
            if (!goesOn || answer == null || Lesson.next(answer).isEmpty()) {
                return;
            }
        }
    }

    private void failed(Part part, Condition condition, ErrorAnswerException e) {
        int status = e.status();
        if (status == 401) {
            condition.failed("refused the credentials (401)", clock.instant());
        } else if (status == 429 || (status >= 500 && status != 501)) {
            condition.failed("answered " + status, clock.instant());
        } else {
            condition.refused(part, clock.instant());
        }
    }
}

package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import java.io.IOException;

/** Carries one of our exceptions through OkHttp, which lets only {@link IOException} pass in good order. */
final class FailedOnTheWay extends IOException {
    private static final long serialVersionUID = 1L;

    private final ApiException failure;

    FailedOnTheWay(ApiException failure) {
        super(failure);
        this.failure = failure;
    }

    ApiException failure() {
        return failure;
    }
}

package dev.ferry.api;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads on which the pages of all listings are fetched ahead. They end when there is nothing to fetch. */
final class PageThreads {
    /** The most pages that are fetched ahead at one time, in the whole process. */
    static final int MOST = 16;

    private static final ThreadPoolExecutor POOL = pool();

    private PageThreads() {}

    /** Fetches a page on one of them; cancelling interrupts it. */
    static <T> Future<Page<T>> fetch(PageWalk.Pages<T> pages, int number) {
        return POOL.submit(() -> pages.page(number));
    }

    private static ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "ferry-pages");
                    thread.setDaemon(true);
                    // The one of the thread that happens to be first may belong to a script.
                    thread.setContextClassLoader(PageThreads.class.getClassLoader());
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

/**
 * How a call travels. {@link dev.ferry.api.http.ApiClient} turns a service interface into something that answers; on the
 * way out a call's named arguments are checked, it gets its media type, may be refused because the session is read-only,
 * waits for its turn where calls are limited, is authenticated (Digest or OAuth), and is repeated where that is safe. On the
 * way back pages become listings, envelopes are opened, and everything
 * that is not the expected answer becomes one of the exceptions of {@link dev.ferry.api.failure.ApiException}.
 */
@NullMarked
package dev.ferry.api.http;

import org.jspecify.annotations.NullMarked;

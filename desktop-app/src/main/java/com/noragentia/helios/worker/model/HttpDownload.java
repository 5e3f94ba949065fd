/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ContentRange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Gets files over HTTP, on from where they broke off (RFC 9110, sections 13.1.5 and 14). What an answer says of itself is checked: one that
 * holds another part, or a part of something else, is thrown away and the whole asked for. Thread-safe.
 */
final class HttpDownload {

    private static final int MAX_TAG_CHARACTERS = 256;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final long LONGEST_RETRY_AFTER_SECONDS = 3_600;

    private final OkHttpClient http;
    private final RedirectRule redirects;

    HttpDownload(OkHttpClient http, Dns names) {
        GuardedDns guarded = new GuardedDns(names);
        this.redirects = new RedirectRule(guarded);
        this.http = http.newBuilder()
                .dns(guarded)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /**
     * Opens a file, following redirects.
     *
     * @param headers go to the first address only
     */
    Delivery open(HttpUrl address, Headers headers, Begun begun) throws IOException {
        redirects.begin(address);
        Response response = follow(address, headers, begun);
        try {
            return switch (response.code()) {
                case 200 ->
                    new Delivery(
                            response.body().byteStream(), 0, response.body().contentLength(), tag(response));
                case 206 -> partial(response, address, headers, begun);
                case RANGE_NOT_SATISFIABLE -> anew(response, address, headers, begun);
                default -> throw failure(response);
            };
        } catch (IOException | RuntimeException e) {
            response.close();
            throw e;
        }
    }

    private Response follow(HttpUrl address, Headers headers, Begun begun) throws IOException {
        HttpUrl at = address;
        Headers own = headers;
        for (int hop = 0; hop <= RedirectRule.MAX_REDIRECTS; hop++) {
            Response response = http.newCall(request(at, own, begun)).execute();
            Optional<HttpUrl> next = next(response);
            if (next.isEmpty()) {
                return response;
            }
            response.close();
            redirects.follow(address, next.get());
            at = next.get();
            own = Headers.EMPTY;
        }
        throw new NotOfferedException("not-fetched-odd", "over " + RedirectRule.MAX_REDIRECTS + " redirects");
    }

    private static Request request(HttpUrl address, Headers headers, Begun begun) {
        Request.Builder request = new Request.Builder()
                .url(address)
                .headers(headers)
                // A compressed body has other bytes than the file, and another length.
                .header("Accept-Encoding", "identity");
        if (begun.bytes() > 0) {
            request.header("Range", "bytes=" + begun.bytes() + "-");
            if (!begun.tag().isEmpty()) {
                request.header("If-Range", begun.tag());
            }
        }
        return request.build();
    }

    private static Optional<HttpUrl> next(Response response) throws NotOfferedException {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> {
                String location = response.header("Location");
                HttpUrl target =
                        location == null ? null : response.request().url().resolve(location);
                if (target == null) {
                    response.close();
                    throw new NotOfferedException("not-fetched-odd", "a redirect to nowhere");
                }
                yield Optional.of(target);
            }
            default -> Optional.empty();
        };
    }

    private Delivery partial(Response response, HttpUrl address, Headers headers, Begun begun) throws IOException {
        Optional<ContentRange> range = ContentRange.of(response.header("Content-Range"));
        String tag = tag(response);
        boolean isOther = !begun.tag().isEmpty() && !tag.isEmpty() && !tag.equals(begun.tag());
        if (range.isEmpty() || range.get().first() != begun.bytes() || isOther) {
            return anew(response, address, headers, begun);
        }
        return new Delivery(
                response.body().byteStream(), begun.bytes(), range.get().whole().orElse(-1), tag);
    }

    /** Asks for the whole, unless that was asked for. */
    private Delivery anew(Response response, HttpUrl address, Headers headers, Begun begun) throws IOException {
        response.close();
        if (begun.bytes() == 0) {
            throw new NotOfferedException("not-fetched-odd", "HTTP " + response.code() + " for a whole file");
        }
        return open(address, headers, Begun.NOTHING);
    }

    private static IOException failure(Response response) {
        int code = response.code();
        String reason = "HTTP " + code;
        if (code == 401) {
            return new UnauthorisedException();
        }
        boolean passes = code == 408 || code == 425 || code == 429 || code >= 500;
        return passes
                ? new TryLaterException(reason, retryAfter(response.header("Retry-After")))
                : new NotOfferedException(reason);
    }

    private static Duration retryAfter(@Nullable String header) {
        return header == null || !header.matches("[0-9]{1,9}")
                ? Duration.ZERO
                : Duration.ofSeconds(Math.min(Long.parseLong(header), LONGEST_RETRY_AFTER_SECONDS));
    }

    /** Weak tags promise no equal bytes, so they are none here. */
    private static String tag(Response response) {
        String tag = response.header("ETag", "");
        return tag == null || tag.startsWith("W/") || tag.length() > MAX_TAG_CHARACTERS ? "" : tag;
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.ContentRange;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hub answered in the end.
 *
 * @param commit the commit that the first server named, in the header {@code X-Repo-Commit} of the Hugging Face hub
 * @param linkedHash the SHA-256 that the first server named, in {@code X-Linked-Etag} of the same hub
 */
record HubAnswer(HttpResponse<InputStream> response, Optional<String> commit, Optional<String> linkedHash) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern HASH = Pattern.compile("\"?([0-9a-f]{64})\"?");
    private static final int MAX_TAG_CHARACTERS = 256;

    static HubAnswer of(HttpHeaders first, HttpResponse<InputStream> last) {
        return new HubAnswer(
                last,
                first.firstValue("X-Repo-Commit")
                        .filter(value -> COMMIT.matcher(value).matches()),
                first.firstValue("X-Linked-Etag")
                        .map(HASH::matcher)
                        .filter(Matcher::matches)
                        .map(found -> found.group(1)));
    }

    int status() {
        return response.statusCode();
    }

    /** A strong entity tag; empty if there is none. */
    String tag() {
        return response.headers()
                .firstValue("ETag")
                .filter(value -> !value.startsWith("W/") && value.length() <= MAX_TAG_CHARACTERS)
                .orElse("");
    }

    Optional<ContentRange> range() {
        return ContentRange.of(response.headers().firstValue("Content-Range").orElse(null));
    }

    /** Length of the whole file, if the server says it. */
    OptionalLong whole() {
        return status() == 206
                ? range().map(ContentRange::whole).orElse(OptionalLong.empty())
                : response.headers().firstValueAsLong("Content-Length");
    }
}

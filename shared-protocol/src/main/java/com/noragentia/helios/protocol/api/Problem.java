/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An error as RFC 9457 (Problem Details for HTTP APIs) writes it, with media type {@value #MEDIA_TYPE}.
 *
 * @param code stable name of what went wrong
 * @param detail one English sentence for logs and developers; never a member's text
 * @param values facts the localised sentence needs, such as {@code file} or {@code limit}; {@code retryAfter} where coming back after so many
 *     seconds may help, which is also the reply's {@code Retry-After} header
 */
public record Problem(ProblemCode code, String detail, Map<String, String> values) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The value that holds the code of a newer peer which this program does not know; {@link #code} is then {@code INTERNAL}. */
    public static final String UNKNOWN_CODE = "unknownCode";

    /** What a code looks like; anything else is somebody else's. */
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** As it comes over the wire: of a code that is not known here the name is kept, so that a person can be told it. */
    @JsonCreator
    static Problem read(
            @JsonProperty("code") String slug,
            @JsonProperty("detail") String detail,
            @JsonProperty("values") Map<String, String> values) {
        ProblemCode code = ProblemCode.ofSlug(slug);
        boolean isUnknown = !code.slug().equals(slug) && SLUG.matcher(slug).matches();
        if (!isUnknown) {
            return new Problem(code, detail, values);
        }
        Map<String, String> more = new HashMap<>(values);
        more.put(UNKNOWN_CODE, slug);
        return new Problem(code, detail, more);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of());
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String type() {
        return "urn:helios:problem:" + code.slug();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String title() {
        return code.slug().replace('-', ' ');
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int status() {
        return code.status();
    }
}

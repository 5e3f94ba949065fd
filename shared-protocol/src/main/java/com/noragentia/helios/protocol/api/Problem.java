/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

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

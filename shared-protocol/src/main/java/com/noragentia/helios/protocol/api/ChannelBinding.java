/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a proof is bound to beside the server's id, so that nobody in the middle can pass it on. What a client signs says which of these it
 * took for true, as in RFC 5802, section 6 (flags n, y and p): who stands in the middle can change what is sent, but not what is signed.
 */
public enum ChannelBinding {
    /** Of a server: it cannot see the TLS connection, for there is none or a proxy ends it. Of a client: there is none, or it cannot see it. */
    @JsonProperty("none")
    NONE,
    /** Of a client only: it could have bound its proof, but was told that the server cannot. A server that can refuses it: somebody lied. */
    @JsonProperty("unoffered")
    UNOFFERED,
    /** The exporter of RFC 9266 ({@code EXPORTER-Channel-Binding}, 32 bytes): a client that can compute it should sign the bound form. */
    @JsonProperty("tls-exporter")
    TLS_EXPORTER
}

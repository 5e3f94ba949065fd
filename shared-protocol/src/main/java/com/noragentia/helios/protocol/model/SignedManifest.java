/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.nio.charset.StandardCharsets;

/**
 * A manifest and the orchestrator's signature over its very bytes, so that nobody has to agree on a canonical form.
 *
 * @param manifest JSON of a {@link ModelManifest}, exactly as signed
 * @param signature Ed25519, base64url
 */
public record SignedManifest(String manifest, String signature) {

    private static final int MAX_BYTES = 256 * 1024;
    private static final String CONTEXT = "helios-manifest-1\n";

    public static SignedManifest sign(ModelManifest manifest, SigningKey key) {
        String json = JsonCodec.encodeToString(manifest);
        return new SignedManifest(json, key.sign(signedBytes(json)));
    }

    /**
     * The manifest, if the signature holds.
     *
     * @throws WireException if it does not, or the manifest is not one
     */
    public ModelManifest verify(VerifyingKey key) throws WireException {
        if (!key.verifies(signedBytes(manifest), signature)) {
            throw new WireException("the manifest's signature does not match the network's key");
        }
        return JsonCodec.decode(manifest, ModelManifest.class, MAX_BYTES);
    }

    private static byte[] signedBytes(String json) {
        return (CONTEXT + json).getBytes(StandardCharsets.UTF_8);
    }
}

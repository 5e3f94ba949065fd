/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the reasons that counts are kept under; null for one that a newer orchestrator invented. */
public final class SkipReasonKey extends KeyDeserializer {

    @Override
    public @Nullable SkipReason deserializeKey(String key, DeserializationContext context) {
        return SkipReason.ofName(key);
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;

/** In words, that a model and the memory of this computer do not go together. */
final class NoRoom {

    /** As the runtime says it, too. */
    private static final String PHRASE = "no-memory";

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private NoRoom() {}

    /** It was not loaded: what it needs is not free, and would not be if all models left that nobody uses. */
    static ModelFailure before(ModelManifest manifest, long totalBytes) {
        return ModelFailure.told(
                "no-room-beside",
                manifest.id() + " does not fit beside the models in use",
                manifest.id(),
                Math.ceilDiv(manifest.memoryBytes(), BYTES_PER_MEGABYTE),
                totalBytes / BYTES_PER_MEGABYTE);
    }

    /** It was loaded, and took more than it was to take. */
    static ModelFailure after(ModelManifest manifest, long takenBytes) {
        return ModelFailure.told(
                "took-too-much",
                manifest.id() + " took more memory than was set aside for it",
                manifest.id(),
                Math.ceilDiv(takenBytes, BYTES_PER_MEGABYTE),
                Math.ceilDiv(manifest.memoryBytes(), BYTES_PER_MEGABYTE));
    }

    static boolean isCauseOf(ModelFailure failure) {
        return failure.phrase().filter(PHRASE::equals).isPresent();
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel.UnpinnedFile;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A model of a hub in this process, and what pins it. */
abstract class PinningFixture {

    static final byte[] CONTENT = content(100_000);

    @TempDir
    Path data;

    final LocalHub hub = new LocalHub();
    final SigningKey key = Network.newKey();
    final List<Duration> rests = new ArrayList<>();
    final UnpinnedModel model = model(null);

    @AfterEach
    void close() {
        hub.close();
    }

    ModelManifest pin(UnpinnedModel wanted) throws Exception {
        List<Long> told = new ArrayList<>();
        ModelManifest manifest =
                new Pinning(folder(), key, hub.address(), rests::add).pin(wanted, (_, done, _) -> told.add(done));
        assertThat(told).contains((long) CONTENT.length);
        return manifest;
    }

    void assertFails(UnpinnedModel wanted, Kind kind) {
        Pinning pinning = new Pinning(folder(), key, hub.address(), rests::add);

        assertThatExceptionOfType(PinFailure.class)
                .isThrownBy(() -> pinning.pin(wanted, (_, _, _) -> {}))
                .matches(failure -> failure.kind() == kind, kind.name());
    }

    PinnedFolder folder() {
        return new PinnedFolder(data);
    }

    static UnpinnedModel model(@Nullable String sha256) {
        return new UnpinnedModel(
                "small",
                "Small",
                List.of(Expert.CHAT),
                List.of(Language.EN),
                "CC0-1.0",
                1_000,
                new ModelTraits(ModelFamily.CAUSAL_LM, 128, false),
                "owner/model",
                "main",
                List.of(
                        new UnpinnedFile("onnx/model_q4.onnx", null, sha256),
                        new UnpinnedFile("tokenizer.json", null, null)));
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31 + i / 257);
        }
        return content;
    }
}

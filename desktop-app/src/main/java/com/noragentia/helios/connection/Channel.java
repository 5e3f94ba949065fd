/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.connection;

import com.noragentia.helios.protocol.api.ChallengeIssued;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.ToWorker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the orchestrator as proofs see it: which form suits it, and the bytes to sign. Whoever can bind a proof never signs the form
 * of those who cannot, or a relay would only have to say that the server does not bind.
 *
 * @param seen whether it is TLS and this program can look into it
 * @param exporter what it exports; empty where it is not seen, and where its TLS is too old for that
 */
public record Channel(boolean seen, Optional<byte[]> exporter) {

    /** No TLS, or a Java that shows nothing of it. */
    public static final Channel UNSEEN = new Channel(false, Optional.empty());

    /** @param offered what the server says that it can bind to */
    public ChannelBinding binding(@Nullable ChannelBinding offered) {
        if (!seen) {
            return ChannelBinding.NONE;
        }
        return offered == ChannelBinding.TLS_EXPORTER && exporter.isPresent()
                ? ChannelBinding.TLS_EXPORTER
                : ChannelBinding.UNOFFERED;
    }

    /** What to sign for a token. */
    public byte[] token(ChallengeIssued challenge, String device) {
        return switch (binding(challenge.binding())) {
            case NONE -> Proofs.token(challenge.server(), challenge.nonce(), device);
            case UNOFFERED -> Proofs.unofferedToken(challenge.server(), challenge.nonce(), device);
            case TLS_EXPORTER ->
                Proofs.boundToken(challenge.server(), challenge.nonce(), device, exporter.orElseThrow());
        };
    }

    /** What to sign for the worker channel. */
    public byte[] worker(ToWorker.Challenge challenge, String device) {
        return switch (binding(challenge.binding())) {
            case NONE -> Proofs.channel(challenge.server(), challenge.nonce(), device);
            case UNOFFERED -> Proofs.unofferedChannel(challenge.server(), challenge.nonce(), device);
            case TLS_EXPORTER ->
                Proofs.boundChannel(challenge.server(), challenge.nonce(), device, exporter.orElseThrow());
        };
    }
}

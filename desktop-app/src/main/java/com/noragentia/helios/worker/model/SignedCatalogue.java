/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.ModelsOnOffer;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The manifests that the network of this device signed: asked for, or from a file. Each is checked against the pinned key, wherever it comes from;
 * one that is not signed by it spoils the whole.
 */
public record SignedCatalogue(List<ModelManifest> models) {

    /** Beside the models, as the network last gave it; and on a stick that somebody prepared. */
    public static final String FILE = "catalogue.json";

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Asks the network, and keeps what it says for times without it. */
    public static SignedCatalogue ask(OrchestratorCalls calls, VerifyingKey key, Path kept)
            throws ModelFailure, IOException {
        ModelsOnOffer offer = calls.call(calls.request("api/v1/models").build(), ModelsOnOffer.class);
        SignedCatalogue catalogue = checked(offer, key);
        Path fresh = kept.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        Files.write(fresh, JsonCodec.encode(offer));
        Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        return catalogue;
    }

    /** What a file says; nothing if there is none. */
    public static SignedCatalogue read(Path file, VerifyingKey key) throws ModelFailure, IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new SignedCatalogue(List.of());
        }
        if (Files.size(file) > MAX_BYTES) {
            throw ModelFailure.told(
                    "catalogue-too-long",
                    file.getFileName() + " is too long for a catalogue",
                    String.valueOf(file.getFileName()));
        }
        byte[] content = Files.readAllBytes(file);
        ModelsOnOffer offer;
        try {
            offer = JsonCodec.decode(content, ModelsOnOffer.class, MAX_BYTES);
        } catch (WireException e) {
            throw damaged(file, e);
        }
        if (offer.models().stream().anyMatch(Objects::isNull)) {
            throw damaged(file, new WireException("null among the models"));
        }
        return checked(offer, key);
    }

    private static ModelFailure damaged(Path file, WireException why) {
        return ModelFailure.told(why, "catalogue-damaged", file.getFileName() + " is no catalogue", file.toString());
    }

    private static SignedCatalogue checked(ModelsOnOffer offer, VerifyingKey key) throws ModelFailure {
        List<ModelManifest> models = new ArrayList<>();
        for (SignedManifest signed : offer.models()) {
            try {
                models.add(signed.verify(key));
            } catch (WireException e) {
                throw ModelFailure.told(
                        "unsigned", "a manifest is not signed by the network that this computer joined");
            }
        }
        return new SignedCatalogue(List.copyOf(models));
    }

    /** This catalogue, and what only another knows. */
    public SignedCatalogue and(SignedCatalogue other) {
        List<ModelManifest> all = new ArrayList<>(models);
        other.models.stream()
                .filter(model -> models.stream().noneMatch(known -> known.id().equals(model.id())))
                .forEach(all::add);
        return new SignedCatalogue(List.copyOf(all));
    }
}

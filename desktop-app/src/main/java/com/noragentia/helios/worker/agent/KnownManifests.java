/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.SignedCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which manifests on the disk may be trusted: the note beside a stored model bears no signature. */
final class KnownManifests {

    private static final String INSIDE = "classpath";

    private KnownManifests() {}

    /** @throws ModelFailure unless the network of this device signed it, as last kept, or every file of it comes with the program */
    static void require(DataFolder folder, ModelManifest manifest) throws ModelFailure, IOException {
        if (!isSigned(folder, manifest) && !isBundled(manifest)) {
            throw ModelFailure.told(
                    "not-signed", manifest.id() + " is in no signed manifest that is kept here", manifest.id());
        }
    }

    /**
     * A manifest that may be trusted, where the note beside the model says nothing any more.
     *
     * @throws ModelFailure if neither the network of this device signed one, as last kept, nor one comes with the program
     */
    static ModelManifest find(DataFolder folder, String id) throws ModelFailure, IOException {
        Optional<ModelManifest> bundled = BundledCatalogue.find(id);
        return bundled.isPresent()
                ? bundled.get()
                : signed(folder).stream()
                        .filter(model -> model.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> ModelFailure.told(
                                "not-signed", id + " is in no signed manifest that is kept here", id));
    }

    private static boolean isSigned(DataFolder folder, ModelManifest manifest) throws ModelFailure, IOException {
        return signed(folder).contains(manifest);
    }

    private static List<ModelManifest> signed(DataFolder folder) throws ModelFailure, IOException {
        Optional<Membership> membership = Membership.of(folder);
        return membership.isEmpty()
                ? List.of()
                : SignedCatalogue.read(
                                folder.models().resolve(SignedCatalogue.FILE),
                                membership.get().verifyingKey())
                        .models();
    }

    private static boolean isBundled(ModelManifest manifest) throws IOException {
        for (ModelFile file : manifest.files()) {
            if (!isInside(file)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(ModelFile file) throws IOException {
        for (URI source : file.sources()) {
            if (INSIDE.equals(source.getScheme()) && source.getPath() != null) {
                try (InputStream content = KnownManifests.class.getResourceAsStream(source.getPath())) {
                    if (content != null && Sha256.hex(content.readAllBytes()).equals(file.sha256())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}

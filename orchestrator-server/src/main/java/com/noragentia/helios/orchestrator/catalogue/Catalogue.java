/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The door of the slice: the models the network offers. Immutable and thread-safe. */
public final class Catalogue {

    private static final String BUNDLED = "bundled.json";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final List<OfferedModel> models;

    private Catalogue(List<OfferedModel> models) {
        this.models = List.copyOf(models);
    }

    /** The catalogue that comes with this program, its manifests signed with {@code key}. */
    public static Catalogue bundled(SigningKey key) {
        try (InputStream file = Catalogue.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without its catalogue " + BUNDLED);
            }
            return of(
                    JsonCodec.decode(file.readAllBytes(), CatalogueFile.class, MAX_BYTES)
                            .models(),
                    key);
        } catch (WireException e) {
            throw new IllegalStateException("the bundled catalogue cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue of(List<ModelManifest> manifests, SigningKey key) {
        return new Catalogue(manifests.stream()
                .map(manifest -> new OfferedModel(manifest, SignedManifest.sign(manifest, key)))
                .toList());
    }

    /** Every model on offer, the preferred one of an expert first. */
    public List<OfferedModel> models() {
        return models;
    }

    /** Ids of the models that implement an expert. */
    public List<String> serving(Expert expert) {
        return models.stream()
                .map(OfferedModel::manifest)
                .filter(manifest -> manifest.experts().contains(expert))
                .map(ModelManifest::id)
                .toList();
    }

    /** Whether any model on offer implements an expert. */
    public boolean serves(Expert expert) {
        return !serving(expert).isEmpty();
    }
}

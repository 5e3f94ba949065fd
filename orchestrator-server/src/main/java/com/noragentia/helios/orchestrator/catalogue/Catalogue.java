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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The door of the slice: the models the network offers, which are those that come with the program and those that were pinned. What is not pinned
 * is not here. Immutable and thread-safe.
 */
public final class Catalogue {

    private static final String BUNDLED = "bundled.json";
    private static final String PRODUCTION = "production.json";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final List<OfferedModel> models;
    private final Map<Expert, List<String>> serving = new EnumMap<>(Expert.class);

    private Catalogue(List<OfferedModel> models) {
        this.models = List.copyOf(models);
        for (Expert expert : Expert.values()) {
            serving.put(expert, serving(this.models, expert));
        }
    }

    /** The catalogue that comes with this program, its manifests signed with {@code key}. */
    public static Catalogue bundled(SigningKey key) {
        return new Catalogue(bundledModels(key));
    }

    /**
     * What was pinned in a folder, in the order of the production set, then what comes with the program. A pinned model takes the place of a
     * bundled one of the same id.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Catalogue open(SigningKey key, PinnedFolder folder) throws IOException {
        List<String> order = production().stream().map(UnpinnedModel::id).toList();
        Map<String, OfferedModel> models = new LinkedHashMap<>();
        folder.read(key.verifyingKey()).stream()
                .sorted(Comparator.comparingInt(model -> rank(order, model)))
                .forEach(model -> models.put(model.manifest().id(), model));
        bundledModels(key).forEach(model -> models.putIfAbsent(model.manifest().id(), model));
        return new Catalogue(List.copyOf(models.values()));
    }

    private static int rank(List<String> order, OfferedModel model) {
        int index = order.indexOf(model.manifest().id());
        return index < 0 ? order.size() : index;
    }

    private static List<OfferedModel> bundledModels(SigningKey key) {
        return read(BUNDLED, CatalogueFile.class).models().stream()
                .map(manifest -> new OfferedModel(manifest, SignedManifest.sign(manifest, key)))
                .toList();
    }

    /** The models that may be pinned, the preferred one of an expert first. */
    public static List<UnpinnedModel> production() {
        return read(PRODUCTION, ProductionFile.class).models();
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream file = Catalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without its catalogue " + name);
            }
            return JsonCodec.decode(file.readAllBytes(), type, MAX_BYTES);
        } catch (WireException e) {
            throw new IllegalStateException("the catalogue " + name + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every model on offer, the preferred one of an expert first. */
    public List<OfferedModel> models() {
        return models;
    }

    private static List<String> serving(List<OfferedModel> models, Expert expert) {
        return models.stream()
                .map(OfferedModel::manifest)
                .filter(manifest -> manifest.experts().contains(expert))
                .map(ModelManifest::id)
                .toList();
    }

    /** Ids of the models that implement an expert. */
    public List<String> serving(Expert expert) {
        return serving.getOrDefault(expert, List.of());
    }

    /** Whether any model on offer implements an expert. */
    public boolean serves(Expert expert) {
        return !serving(expert).isEmpty();
    }
}

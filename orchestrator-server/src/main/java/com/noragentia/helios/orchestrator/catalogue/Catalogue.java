/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The door of the slice: the models the network offers, which are those that come with the program and those that were pinned. What is not pinned
 * is not here. What is pinned while the program runs is here after the next {@link #renew}. Thread-safe.
 */
public final class Catalogue {

    private static final String BUNDLED = "bundled.json";
    private static final String PRODUCTION = "production.json";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final SigningKey key;
    private final Optional<PinnedFolder> folder;
    private volatile Map<String, FileTime> read;
    private volatile Offer offer;

    /**
     * The models, and what is asked of them for every job.
     *
     * @param serving ids of the models that implement an expert
     */
    private record Offer(List<OfferedModel> models, Map<Expert, List<String>> serving) {

        static Offer of(List<OfferedModel> models) {
            Map<Expert, List<String>> serving = new EnumMap<>(Expert.class);
            for (Expert expert : Expert.values()) {
                serving.put(
                        expert,
                        models.stream()
                                .map(OfferedModel::manifest)
                                .filter(manifest -> manifest.experts().contains(expert))
                                .map(ModelManifest::id)
                                .toList());
            }
            return new Offer(List.copyOf(models), serving);
        }
    }

    private Catalogue(SigningKey key, Optional<PinnedFolder> folder) throws IOException {
        this.key = key;
        this.folder = folder;
        this.read = folder.isPresent() ? folder.get().manifests() : Map.of();
        this.offer = Offer.of(folder.isPresent() ? models(key, folder.get()) : bundledModels(key));
    }

    /** The catalogue that comes with this program, its manifests signed with {@code key}. */
    public static Catalogue bundled(SigningKey key) {
        try {
            return new Catalogue(key, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of no folder
        }
    }

    /**
     * What was pinned in a folder, in the order of the production set, then what comes with the program. A pinned model takes the place of a
     * bundled one of the same id.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Catalogue open(SigningKey key, PinnedFolder folder) throws IOException {
        return new Catalogue(key, Optional.of(folder));
    }

    /**
     * Reads again what was pinned, if a manifest came, went or changed since.
     *
     * @param publisher runs the step that makes it the offer, at once and where whatever follows from the offer can change with it
     * @return whether it did
     * @throws IOException if the folder cannot be read; then the offer stays as it was
     */
    public synchronized boolean renew(Consumer<Runnable> publisher) throws IOException {
        if (folder.isEmpty()) {
            return false;
        }
        Map<String, FileTime> now = folder.get().manifests();
        if (now.equals(read)) {
            return false;
        }
        Offer fresh = Offer.of(models(key, folder.get()));
        publisher.accept(() -> offer = fresh);
        read = now;
        return true;
    }

    private static List<OfferedModel> models(SigningKey key, PinnedFolder folder) throws IOException {
        List<String> order = production().stream().map(UnpinnedModel::id).toList();
        Map<String, OfferedModel> models = new LinkedHashMap<>();
        folder.read(key.verifyingKey()).stream()
                .sorted(Comparator.comparingInt(model -> rank(order, model)))
                .forEach(model -> models.put(model.manifest().id(), model));
        bundledModels(key).forEach(model -> models.putIfAbsent(model.manifest().id(), model));
        return List.copyOf(models.values());
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

    /** Every model on offer, the preferred one of an expert first. The same list until the offer changes. */
    public List<OfferedModel> models() {
        return offer.models();
    }

    /** Bytes of a file that a model on offer has; empty where none names it. */
    OptionalLong bytesOf(String sha256) {
        return offer.models().stream()
                .flatMap(model -> model.manifest().files().stream())
                .filter(file -> file.sha256().equals(sha256))
                .mapToLong(ModelFile::bytes)
                .findFirst();
    }

    /** Ids of the models that implement an expert. */
    public List<String> serving(Expert expert) {
        return offer.serving().getOrDefault(expert, List.of());
    }

    /** Whether any model on offer implements an expert. */
    public boolean serves(Expert expert) {
        return !serving(expert).isEmpty();
    }
}

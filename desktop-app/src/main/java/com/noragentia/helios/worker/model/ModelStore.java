/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models on this computer, in a private folder: {@code content} holds each file once under its hash, {@code models} shows the files of
 * each model under their names, {@code incoming} what has not come whole, {@code prepared} what was made of them here. Thread-safe; several
 * programs may share the folder, but only one at a time fetches or removes. See docs/models.md.
 */
public final class ModelStore {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

    private final StoreTerms terms;
    private final ModelShelf shelf;
    private final ContentStore content;
    private final ModelUses uses;
    private final StoreLock lock;
    private final TransferBook book;
    private final PreparedForms forms;
    private final Room room;
    private final SideBySide threads;
    /** Models that are being brought, whose files belong to no stored model yet. */
    private final List<ModelManifest> coming = new CopyOnWriteArrayList<>();

    /** A store with the usual limits. */
    public ModelStore(Path folder, List<ModelSource> sources) throws IOException {
        this(folder, sources, StoreLimits.USUAL);
    }

    /**
     * Opens the store and makes its folder where it is missing.
     *
     * @throws IOException if the folder cannot be made or is a link
     */
    public ModelStore(Path folder, List<ModelSource> sources, StoreLimits limits) throws IOException {
        this(folder, sources, StoreTerms.usual(limits));
    }

    ModelStore(Path folder, List<ModelSource> sources, StoreTerms terms) throws IOException {
        this.terms = terms;
        PrivateFolder root = PrivateFolder.at(folder);
        StoreLimits limits = terms.limits();
        this.shelf = new ModelShelf(root.inside("models"));
        this.uses = new ModelUses(root.inside("uses"));
        this.lock = new StoreLock(root.resolve("store.lock"), terms.waiting());
        this.book = new TransferBook(root.resolve("transfers.json"), limits.monthlyBytes(), terms.clock());
        Intake intake = new Intake(new Pace(limits.bytesPerSecond(), terms.waiting()), book, terms.waiting());
        FileFetch fetch = new FileFetch(sources, intake, terms.waiting(), terms.random());
        IncomingFolder incoming = new IncomingFolder(root.inside("incoming"), terms.clock());
        this.content = new ContentStore(root.inside("content"), incoming, fetch);
        this.forms = new PreparedForms(root.inside("prepared"));
        this.room = new Room(limits, shelf, content, forms, uses);
        this.threads = new SideBySide(limits.parallelFiles());
        incoming.removeStale();
    }

    /** As {@link #pull}, told how much is done, 0 to 1. */
    public Map<String, Path> ensure(ModelManifest manifest, DoubleConsumer progress)
            throws ModelFailure, InterruptedException {
        return pull(manifest, transfer -> progress.accept(transfer.fraction()));
    }

    /**
     * Brings every file of a model here and verifies it: against length and hash while it is fetched, and once more in each new process. The caller
     * answers for the manifest being signed.
     *
     * @param listener told how far it is, by one thread at a time
     * @return where each file lies, by its name, side by side in one folder
     * @throws ModelFailure if a file cannot be had, there is no room for it, or it is not what the manifest says, in which case it was removed
     */
    public Map<String, Path> pull(ModelManifest manifest, Consumer<Transfer> listener)
            throws ModelFailure, InterruptedException {
        coming.add(manifest);
        try {
            ModelUse use = use(manifest.id());
            try {
                boolean isHere = manifest.files().stream().allMatch(content::has);
                return isHere ? bring(manifest, listener) : fetch(manifest, listener);
            } finally {
                use.close();
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw ModelFailure.told(e, "disk", manifest.id() + " cannot be stored", manifest.id());
        } finally {
            coming.remove(manifest);
        }
    }

    private Map<String, Path> fetch(ModelManifest manifest, Consumer<Transfer> listener)
            throws IOException, ModelFailure, InterruptedException {
        lock.enter();
        try {
            synchronized (this) {
                book.refresh();
                room.make(coming);
                book.require(content.missingBytes(manifest.files(), true));
            }
            return bring(manifest, listener);
        } finally {
            book.note();
            lock.leave();
        }
    }

    private Map<String, Path> bring(ModelManifest manifest, Consumer<Transfer> listener)
            throws IOException, ModelFailure, InterruptedException {
        Progress progress = new Progress(manifest, listener, terms.waiting());
        ModelFolder folder = shelf.of(manifest);
        List<Callable<Path>> steps = manifest.files().stream()
                .<Callable<Path>>map(file -> () -> lay(file, folder, progress))
                .toList();
        List<Path> paths = threads.run(steps);
        Map<String, Path> files = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            files.put(manifest.files().get(i).name(), paths.get(i));
        }
        folder.writeManifest(manifest, terms.clock().instant());
        return files;
    }

    private Path lay(ModelFile file, ModelFolder folder, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        try {
            return folder.lay(file.name(), content.ensure(file, shelf::namesOf, progress));
        } catch (ModelFailure e) {
            folder.drop(file.name());
            throw e;
        }
    }

    /**
     * Says that a model is, or is about to be, loaded.
     *
     * @throws IOException if that cannot be noted
     */
    public ModelUse use(String id) throws IOException {
        return uses.begin(id);
    }

    /** The models that are here whole, in the order of their ids. */
    public List<StoredModel> list() throws ModelFailure {
        return stored(this::isWhole);
    }

    private List<StoredModel> stored(Predicate<StoredModel> kind) throws ModelFailure {
        try {
            return shelf.list().stream().filter(kind).toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static ModelFailure unreadable(IOException cause) {
        return ModelFailure.told(cause, "disk", "the folder of models cannot be read", "models/");
    }

    /** Whether a model is here whole, as this manifest says. */
    boolean holds(ModelManifest manifest) throws IOException {
        return shelf.find(manifest.id())
                .filter(model -> model.manifest().equals(manifest))
                .filter(this::isWhole)
                .isPresent();
    }

    private boolean isWhole(StoredModel model) {
        return model.manifest().files().stream().allMatch(content::has);
    }

    /** A folder for what is made of model files here ({@link PreparedForms}). It counts among what models may take, and goes with its model. */
    public Path prepared() {
        return forms.path();
    }

    /** Whether so many bytes more may be taken of the disk without removing a model. */
    public boolean hasRoom(long bytes) {
        try {
            return room.has(bytes);
        } catch (IOException e) {
            LOG.warn("what models take of the disk cannot be told", e);
            return false;
        }
    }

    /** Whether something is here under the hash of a file. */
    boolean holds(ModelFile file) {
        return content.has(file);
    }

    /** The models of which a file is missing, in the order of their ids. */
    public List<StoredModel> incomplete() throws ModelFailure {
        return stored(model -> !isWhole(model));
    }

    /** Ids of the models whose note says no longer which files they have, in their order. {@link #pull} mends them, {@link #remove} too. */
    public List<String> damaged() throws ModelFailure {
        try {
            return shelf.damaged();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads every file of a stored model again. What is not what it should be is removed; {@link #repair} brings it back.
     *
     * @return the names of files that were removed, or were not here
     * @throws ModelFailure if it is not stored
     */
    public List<String> verify(String id, DoubleConsumer progress) throws ModelFailure, InterruptedException {
        ModelManifest manifest = find(id).manifest();
        Progress told = new Progress(manifest, transfer -> progress.accept(transfer.fraction()), terms.waiting());
        List<String> gone = new ArrayList<>();
        try {
            ModelFolder folder = shelf.of(manifest);
            for (ModelFile file : manifest.files()) {
                if (!content.check(file, told)) {
                    folder.drop(file.name());
                    gone.add(file.name());
                }
            }
        } catch (IOException e) {
            throw ModelFailure.told(e, "disk", id + " cannot be read", id);
        }
        return gone;
    }

    /**
     * Brings back the files of a stored model that are not here, from where its manifest says.
     *
     * @throws ModelFailure if it is not stored, or as for {@link #pull}
     */
    public void repair(String id, Consumer<Transfer> listener) throws ModelFailure, InterruptedException {
        pull(find(id).manifest(), listener);
    }

    /**
     * Removes a model, and the files that no other model uses.
     *
     * @throws ModelFailure if it is not stored, is loaded, or cannot be removed
     */
    public void remove(String id) throws ModelFailure, InterruptedException {
        if (!damaged().contains(id)) {
            var unused = find(id);
        }
        try {
            if (uses.isUsed(id)) {
                throw ModelFailure.told("loaded", id + " is loaded just now", id);
            }
            lock.enter();
            try {
                synchronized (this) {
                    shelf.remove(id);
                    room.removeUnowned(coming);
                }
            } finally {
                lock.leave();
            }
        } catch (IOException e) {
            throw ModelFailure.told(e, "disk", id + " cannot be removed", id);
        }
    }

    /**
     * A model that is stored, whole or not.
     *
     * @throws ModelFailure if it is not
     */
    public StoredModel find(String id) throws ModelFailure {
        if (damaged().contains(id)) {
            throw ModelFailure.told("note-damaged", "the note of " + id + " is damaged", id);
        }
        return stored(model -> model.id().equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> ModelFailure.told("not-stored", "no model of that name is stored here", id));
    }
}

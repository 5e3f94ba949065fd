/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps models within the disk they may take: the one that was not used for longest goes first, never one that is loaded. For one thread. */
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final StoreLimits limits;
    private final ModelShelf shelf;
    private final ContentStore content;
    private final PreparedForms forms;
    private final ModelUses uses;

    Room(StoreLimits limits, ModelShelf shelf, ContentStore content, PreparedForms forms, ModelUses uses) {
        this.limits = limits;
        this.shelf = shelf;
        this.content = content;
        this.forms = forms;
        this.uses = uses;
    }

    /**
     * Makes room for what has yet to come of models. What was made of models that are not loaded goes first, as it can be made again here.
     *
     * @throws ModelFailure if all that may go is too little; then nothing goes
     */
    void make(Collection<ModelManifest> coming) throws IOException, ModelFailure {
        List<ModelFile> files =
                coming.stream().flatMap(model -> model.files().stream()).toList();
        long needed = content.missingBytes(files, false);
        if (needed > 0 && !has(needed)) {
            removeUnowned(coming);
            Set<String> kept = ModelShelf.hashes(kept(coming));
            requireEnough(needed, kept);
            if (!has(needed)) {
                forms.keepOnly(kept);
            }
        }
        while (needed > 0 && !has(needed)) {
            StoredModel oldest = oldest(coming).orElseThrow(() -> tooLittle(needed));
            LOG.info("model {} makes room; it was last used at {}", oldest.id(), oldest.lastUsed());
            shelf.remove(oldest.id());
            removeUnowned(coming);
        }
    }

    /** Removes content that neither a stored model nor one that is coming needs, and what was made of it. */
    void removeUnowned(Collection<ModelManifest> coming) throws IOException {
        List<ModelManifest> owners = new ArrayList<>(coming);
        shelf.list().forEach(model -> owners.add(model.manifest()));
        Set<String> hashes = ModelShelf.hashes(owners);
        content.keepOnly(hashes, shelf::isNamedByDamaged);
        forms.keepOnly(hashes);
    }

    /** Whether there is room for so many bytes without removing anything. */
    boolean has(long needed) throws IOException {
        return wouldHave(needed, 0);
    }

    /** Whether there would be room if so much more were gone. */
    private boolean wouldHave(long needed, long gone) throws IOException {
        boolean inQuota =
                limits.diskBytes() == 0 || content.bytes() + forms.bytes() - gone + needed <= limits.diskBytes();
        return inQuota && content.freeBytes() + gone - needed >= limits.freeBytes();
    }

    private void requireEnough(long needed, Set<String> kept) throws IOException, ModelFailure {
        if (!wouldHave(needed, content.bytesBeside(kept) + forms.bytesBeside(kept))) {
            throw tooLittle(needed);
        }
    }

    /** Models that may not go: those that come, and those that are loaded. */
    private List<ModelManifest> kept(Collection<ModelManifest> coming) throws IOException {
        List<ModelManifest> kept = new ArrayList<>(coming);
        for (StoredModel model : shelf.list()) {
            if (uses.isUsed(model.id())) {
                kept.add(model.manifest());
            }
        }
        return kept;
    }

    private Optional<StoredModel> oldest(Collection<ModelManifest> coming) throws IOException {
        Set<String> kept = new HashSet<>(coming.stream().map(ModelManifest::id).toList());
        for (StoredModel model : shelf.list()) {
            if (uses.isUsed(model.id())) {
                kept.add(model.id());
            }
        }
        Stream<StoredModel> free = shelf.list().stream().filter(model -> !kept.contains(model.id()));
        return free.min(Comparator.comparing(StoredModel::lastUsed));
    }

    private ModelFailure tooLittle(long needed) {
        return ModelFailure.told(
                "no-room",
                "there is no room: " + megabytes(needed) + " MB are needed; models may take "
                        + megabytes(limits.diskBytes()) + " MB (diskMegabytes) and must leave "
                        + megabytes(limits.freeBytes()) + " MB free (freeMegabytes)",
                megabytes(needed),
                megabytes(limits.diskBytes()),
                megabytes(limits.freeBytes()));
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, BYTES_PER_MEGABYTE);
    }
}

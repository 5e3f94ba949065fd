/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door of the slice: files by their hash. Two members who bring the same file share its bytes on disk, but neither may use it through
 * the other. Files come before the rights to them and go after these, both on the one writer's thread, which keeps them in step. Thread-safe.
 */
public final class BlobShelf {

    /** How long a file stays that no job holds. */
    public static final Duration UNHELD_LIFE = Duration.ofMinutes(20);

    private final Store store;
    private final Clock clock;
    private final BlobFolder folder;
    private final BlobIntake intake;
    private final BlobTable table = new BlobTable();
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    BlobShelf(Store store, Clock clock, BlobFolder folder) {
        this.store = store;
        this.clock = clock;
        this.folder = folder;
        this.intake = new BlobIntake(folder);
    }

    /** Takes in a file called {@code name}; it is on disk for good when this returns. */
    BlobStored put(String member, String name, InputStream content) throws IOException {
        Arrival arrival = intake.take(name, content);
        try {
            return store.write(tx -> keep(tx, arrival, member));
        } catch (RuntimeException e) {
            folder.discard(arrival.file());
            UnheardFailure.log("clearing up after an upload", store.submit(tx -> deleteAfter(tx, arrival.sha256())));
            throw e;
        }
    }

    /** Offers a file of the orchestrator's own to workers, until it stops or withdraws it; nobody else may use it by its hash. */
    public BlobStored offer(String name, byte[] content) throws IOException {
        Arrival arrival = intake.take(name, new ByteArrayInputStream(content));
        own.add(arrival.sha256());
        folder.keep(arrival.file(), arrival.sha256());
        return new BlobStored(arrival.sha256(), arrival.bytes());
    }

    /** A file of the orchestrator's own is offered no longer, once this unit is durable. */
    public void withdraw(Transaction tx, String sha256) {
        tx.afterCommit(() -> own.remove(sha256));
        deleteAfter(tx, sha256);
    }

    /** The file is in its place before anybody has a right to it: should the unit fail, it is merely one that nobody owns. */
    private BlobStored keep(Transaction tx, Arrival arrival, String member) {
        folder.keep(arrival.file(), arrival.sha256());
        StoredBlob blob = new StoredBlob(arrival.sha256(), member, arrival.type(), arrival.bytes(), arrival.extent());
        table.put(tx, blob, clock.instant());
        return new BlobStored(arrival.sha256(), arrival.bytes());
    }

    /** The file with this hash, if {@code member} brought it as this type. */
    public Optional<StoredBlob> find(Transaction tx, String member, String sha256, FileType type) {
        return table.find(tx, member, sha256, type);
    }

    /** Keeps a member's file for a job, until {@link #release}. */
    public void hold(Transaction tx, String job, StoredBlob blob) {
        table.hold(tx, job, blob);
    }

    public void release(Transaction tx, String job) {
        table.release(tx, job);
    }

    Path fileOf(String sha256) {
        return folder.fileOf(sha256);
    }

    /** Deletes what has lain here for {@link #UNHELD_LIFE} and is held by no job. */
    public void sweep() {
        Instant uploadedBefore = clock.instant().minus(UNHELD_LIFE);
        store.write(tx -> {
            new HashSet<>(table.deleteUnheld(tx, uploadedBefore)).forEach(sha256 -> deleteAfter(tx, sha256));
            return true;
        });
    }

    /** Deletes files that nobody owns, as a crash between a file and its right leaves them. */
    void deleteUnowned() {
        store.write(tx -> {
            folder.list().forEach(sha256 -> deleteAfter(tx, sha256));
            return true;
        });
    }

    /**
     * Deletes a file once the rights to it are gone for good. A later unit of the same commit may have brought the file anew, so this looks
     * again; until the step is over nothing else is written.
     */
    private boolean deleteAfter(Transaction tx, String sha256) {
        tx.afterCommit(() -> {
            if (!own.contains(sha256) && !store.read(committed -> table.isOwned(committed, sha256))) {
                folder.delete(sha256);
            }
        });
        return true;
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.orchestrator.catalogue.PinFailure.Kind;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel.UnpinnedFile;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.model.HubFile;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a manifest of an unpinned model: downloads each file once, notes its hash and length, and signs them with the orchestrator's key. The files
 * stay, for the mirror. For one thread.
 */
public final class Pinning {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PinnedFolder folder;
    private final SigningKey key;
    private final URI hub;
    private final Pause pause;
    private final FreeSpace space;

    /** Hears how far it is. */
    public interface Listener {

        void progress(String file, long done, long total);
    }

    private record Pinned(ModelFile file, Optional<String> commit) {}

    /** @param hub https, or http on this very computer */
    public Pinning(PinnedFolder folder, SigningKey key, URI hub, Pause pause) {
        this(folder, key, hub, pause, FreeSpace.OF_THE_DISK);
    }

    Pinning(PinnedFolder folder, SigningKey key, URI hub, Pause pause, FreeSpace space) {
        this.space = space;
        this.folder = folder;
        this.key = key;
        this.hub = hub;
        this.pause = pause;
    }

    /**
     * Pins a model; one that is pinned already is pinned anew.
     *
     * @throws PinFailure if a file cannot be had or is not what is known of it
     */
    public ModelManifest pin(UnpinnedModel model, Listener listener)
            throws PinFailure, IOException, InterruptedException {
        Files.createDirectories(folder.files());
        Files.createDirectories(folder.incoming());
        FileChannel claim = claim();
        try {
            space.require(folder.files(), model.aboutBytes());
            List<Pinned> pinned = new ArrayList<>();
            try (HubDownload download = new HubDownload(hub, pause, space)) {
                for (UnpinnedFile file : model.files()) {
                    pinned.add(pin(model, file, download, listener));
                }
            }
            ModelManifest manifest = manifest(model, pinned);
            folder.write(manifest, SignedManifest.sign(manifest, key));
            return manifest;
        } finally {
            claim.close();
        }
    }

    private FileChannel claim() throws IOException, PinFailure {
        FileChannel channel = FileChannel.open(
                folder.incoming().resolve("pin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new PinFailure(Kind.BUSY);
        }
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Pinned pin(UnpinnedModel model, UnpinnedFile file, HubDownload download, Listener listener)
            throws PinFailure, IOException, InterruptedException {
        HubFile source = model.onHub(file);
        Path part = folder.incoming().resolve(Sha256.hex(source.address().toString()) + ".part");
        HubDownload.Fetched fetched =
                download.fetch(source, part, (done, total) -> listener.progress(file.name(), done, total));
        String sha256 = hash(part);
        boolean isOther = (file.sha256() != null && !file.sha256().equals(sha256))
                || !fetched.linkedHash().orElse(sha256).equals(sha256);
        if (isOther) {
            HubDownload.forget(part);
            throw new PinFailure(Kind.OTHER_HASH, file.path());
        }
        long bytes = Files.size(part);
        Files.move(part, folder.fileOf(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        HubDownload.forget(part);
        HubFile pinnedSource = fetched.commit().map(source::at).orElse(source);
        List<URI> sources = List.of(pinnedSource.address(), URI.create("mirror:/" + sha256));
        return new Pinned(new ModelFile(file.name(), bytes, sha256, sources), fetched.commit());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest);
    }

    private static ModelManifest manifest(UnpinnedModel model, List<Pinned> pinned) throws PinFailure {
        Set<Optional<String>> commits = new HashSet<>();
        pinned.forEach(file -> commits.add(file.commit()));
        if (commits.size() > 1) {
            throw new PinFailure(Kind.CHANGED_MEANWHILE, model.id());
        }
        return new ModelManifest(
                model.id(),
                model.title(),
                model.experts(),
                model.languages(),
                model.licence(),
                model.memoryBytes(),
                Stream.concat(pinned.stream().map(Pinned::file), model.inside().stream())
                        .toList(),
                model.traits());
    }
}

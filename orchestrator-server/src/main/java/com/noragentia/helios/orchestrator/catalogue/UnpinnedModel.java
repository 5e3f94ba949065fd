/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.HubFile;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that is known by name, but not yet by the hashes of all its files. It is no manifest: nothing of it can be signed, and no worker hears of
 * it, until an administrator has pinned it.
 *
 * @param experts empty for a model that serves none on its own, such as a reranker
 * @param repository owner and name on the hub
 * @param revision a commit, or a branch, of which the commit of the day is pinned
 * @param bundled files that it needs besides and that come inside the program, such as the encoder by which a language model finds its way in documents;
 *     null for none
 */
public record UnpinnedModel(
        String id,
        String title,
        List<Expert> experts,
        List<Language> languages,
        String licence,
        long memoryBytes,
        ModelTraits traits,
        String repository,
        String revision,
        List<UnpinnedFile> files,
        @Nullable List<ModelFile> bundled) {

    private static final String INSIDE = "classpath";

    /** Together they take one worker's disk at most. */
    private static final int MAX_FILES = 32;

    public UnpinnedModel {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("not a model id: " + id);
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            throw new IllegalArgumentException("1 to " + MAX_FILES + " files, not " + files.size());
        }
        for (UnpinnedFile file : files) {
            var _ = new HubFile(repository, revision, file.path());
        }
        bundled = bundled == null ? null : List.copyOf(bundled);
        List<ModelFile> inside = bundled == null ? List.of() : bundled;
        if (!inside.stream()
                .flatMap(file -> file.sources().stream())
                .allMatch(source -> INSIDE.equals(source.getScheme()))) {
            throw new IllegalArgumentException("a bundled file of " + id + " does not come inside the program");
        }
        long names = Stream.concat(
                        files.stream().map(UnpinnedFile::name), inside.stream().map(ModelFile::name))
                .distinct()
                .count();
        if (names < files.size() + inside.size()) {
            throw new IllegalArgumentException("two files of one name in " + id);
        }
    }

    /** One all of whose files come from the hub. */
    public UnpinnedModel(
            String id,
            String title,
            List<Expert> experts,
            List<Language> languages,
            String licence,
            long memoryBytes,
            ModelTraits traits,
            String repository,
            String revision,
            List<UnpinnedFile> files) {
        this(id, title, experts, languages, licence, memoryBytes, traits, repository, revision, files, null);
    }

    /** The files that come inside the program. */
    List<ModelFile> inside() {
        return bundled == null ? List.of() : bundled;
    }

    /** Where the hub has a file. */
    HubFile onHub(UnpinnedFile file) {
        return new HubFile(repository, revision, file.path());
    }

    /** Whether workers of this version run such a model; others may be pinned for newer ones. */
    public boolean canBeRun() {
        return switch (traits.family()) {
            case CAUSAL_LM -> experts.contains(Expert.CHAT);
            case ENCODER -> experts.contains(Expert.EMBEDDING);
            case ENCODER_DECODER -> experts.contains(Expert.AUDIO) || experts.contains(Expert.DESCRIPTION);
            case VISION -> experts.contains(Expert.OBJECTS) || experts.contains(Expert.IMAGE);
            case CROSS_ENCODER, OTHER -> false;
        };
    }

    /** About how many bytes must come, as far as it was published. */
    public long aboutBytes() {
        return files.stream().mapToLong(UnpinnedFile::aboutBytesOrNone).sum();
    }

    /**
     * A file of it.
     *
     * @param path in the repository; its last part is the name it has with workers
     * @param aboutBytes its length as published, rounded; null where nobody says
     * @param sha256 its hash, where it is publicly known: what comes must have it
     */
    public record UnpinnedFile(
            String path,
            @Nullable Long aboutBytes,
            @Nullable String sha256) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        long aboutBytesOrNone() {
            return aboutBytes == null ? 0 : aboutBytes;
        }
    }
}

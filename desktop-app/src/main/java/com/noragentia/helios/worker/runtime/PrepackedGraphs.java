/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.PreparedForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Graphs in the form that this processor computes with: optimised, and with weights packed as its instructions want them, in a file that
 * sessions map instead of reading. Made once for each graph, processor and version of ONNX Runtime, which takes longer than loading and
 * two and a half times the room of the files on disk; later loads are faster and take a fraction of the memory (docs/inference.md).
 * It is tried before it is used: ONNX Runtime 1.29.0 writes some weights so that what it reads back computes nonsense. A form that does
 * not say what the graph itself says is refused for good, and the model loaded as it came, as where anything else about it fails.
 * Thread-safe.
 */
final class PrepackedGraphs {

    private static final Logger LOG = LoggerFactory.getLogger(PrepackedGraphs.class);

    /** Packed and unpacked weights stand in the file. */
    private static final double GROWTH = 2.75;

    /** What the making takes of the memory at its peak, as a multiple of the files (measured; docs/inference.md). */
    static final double PEAK = 1.5;

    private static final int KEY_DIGITS = 24;
    private static final String FORM = "1";

    private final Path folder;
    private final OrtEnvironment environment;
    private final MemoryBudget memory;
    private final LongPredicate diskHasRoom;
    private boolean swept;

    /** Says what a session computes: equal texts for equal bits. */
    interface Trial {

        String of(OrtSession session) throws ModelFailure;
    }

    /**
     * Graphs in a folder.
     *
     * @param folder private to this installation; made where it is missing
     * @param memory of which the making takes a part, for as long as it takes
     * @param diskHasRoom whether so many bytes more may be taken of the disk
     */
    PrepackedGraphs(Path folder, OrtEnvironment environment, MemoryBudget memory, LongPredicate diskHasRoom) {
        this.folder = folder;
        this.environment = environment;
        this.memory = memory;
        this.diskHasRoom = diskHasRoom;
    }

    /**
     * The prepacked form of a graph that was inspected, made if need be.
     *
     * @return empty where the graph has to be loaded as it came
     */
    synchronized Optional<Path> of(ModelManifest manifest, ModelFile graph, Path file, Trial trial) {
        try {
            Files.createDirectories(folder);
            sweep();
            PrepackedFolder kept = new PrepackedFolder(folder.resolve(key(manifest, graph)));
            if (kept.isRefused() || (!kept.isWhole() && !make(manifest, graph, file, kept, trial))) {
                return Optional.empty();
            }
            inspect(kept);
            return Optional.of(kept.graph());
        } catch (IOException | OrtException | ModelFailure | RuntimeException e) {
            LOG.warn("{} is loaded as it came: {}", manifest.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Once: what a process left that ended while it made something. Nobody else makes anything here, as the folder is one worker's. */
    private void sweep() throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                if (each.getFileName().toString().startsWith(PreparedForms.INCOMING)) {
                    LOG.info("a prepacked form that was never finished is removed");
                    new PrepackedFolder(each).remove();
                }
            }
        }
    }

    private static void inspect(PrepackedFolder folder) throws ModelFailure {
        GraphInspection.ofOwnMaking(Set.of(PrepackedFolder.WEIGHTS)).inspect(folder.graph());
    }

    private boolean make(ModelManifest manifest, ModelFile graph, Path file, PrepackedFolder kept, Trial trial)
            throws IOException, OrtException, ModelFailure {
        long files = manifest.files().stream().mapToLong(ModelFile::bytes).sum();
        if (!diskHasRoom.test((long) (GROWTH * files))) {
            LOG.info("there is no room on the disk for a prepacked form of {}", manifest.id());
            return false;
        }
        long beyond = Math.max(0, (long) (PEAK * files) - manifest.memoryBytes());
        MemoryBudget.Reservation room = memory.reserve(manifest.id() + " while it is prepacked", beyond);
        try {
            return makeInRoom(manifest, graph, file, kept, trial);
        } finally {
            room.close();
        }
    }

    private boolean makeInRoom(ModelManifest manifest, ModelFile graph, Path file, PrepackedFolder kept, Trial trial)
            throws IOException, OrtException, ModelFailure {
        kept.remove();
        PrepackedFolder incoming = new PrepackedFolder(Files.createTempDirectory(folder, PreparedForms.INCOMING));
        try {
            String expected = write(file, incoming, trial);
            inspect(incoming);
            boolean same = expected.equals(said(incoming.graph(), trial));
            if (same) {
                incoming.list();
            } else {
                LOG.info("{} computes something else when prepacked, and is loaded as it came", manifest.id());
                incoming.refuse();
            }
            Files.move(incoming.path(), kept.path(), StandardCopyOption.ATOMIC_MOVE);
            removeOthers(graph, kept);
            return same;
        } finally {
            incoming.remove();
        }
    }

    /** One session after the other, so that the weights are never in memory twice. */
    private String write(Path file, PrepackedFolder incoming, Trial trial) throws OrtException, ModelFailure {
        try (OrtSession.SessionOptions options = GraphOpener.options(1)) {
            options.setOptimizedModelFilePath(incoming.graph().toString());
            options.addConfigEntry("session.optimized_model_external_initializers_file_name", PrepackedFolder.WEIGHTS);
            options.addConfigEntry("session.optimized_model_external_initializers_min_size_in_bytes", "1024");
            options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
            try (OrtSession session = environment.createSession(file.toString(), options)) {
                return trial.of(session);
            }
        }
    }

    private String said(Path graph, Trial trial) throws OrtException, ModelFailure {
        try (OrtSession.SessionOptions options = GraphOpener.options(1);
                OrtSession session = environment.createSession(graph.toString(), options)) {
            return trial.of(session);
        }
    }

    /** Forms of the same graph for another processor or version, which this one replaces. */
    private void removeOthers(ModelFile graph, PrepackedFolder kept) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path other : all.toList()) {
                if (other.getFileName().toString().startsWith(PreparedForms.prefix(graph))
                        && !other.equals(kept.path())) {
                    new PrepackedFolder(other).remove();
                }
            }
        }
    }

    /** The weights may lie in other files of the model than the graph. */
    private String key(ModelManifest manifest, ModelFile graph) {
        String files = manifest.files().stream().map(ModelFile::sha256).sorted().collect(Collectors.joining(" "));
        String all = String.join("\n", FORM, files, environment.getVersion(), ProcessorName.ofThisComputer());
        return PreparedForms.prefix(graph)
                + Sha256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
    }
}

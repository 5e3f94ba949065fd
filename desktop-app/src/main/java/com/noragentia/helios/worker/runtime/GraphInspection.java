/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at an ONNX file before the native library does. A graph may name only operators of the known domains, at most
 * {@value #MAX_NODES} nodes, and external data only in files that its manifest lists. ONNX Runtime's own check of external data has been
 * mended several times (docs/decisions/0003); this one does not depend on it. Immutable and thread-safe.
 */
public final class GraphInspection {

    static final int MAX_NODES = 200_000;

    private static final int BUFFER_BYTES = 1 << 16;

    /** {@code ai.onnx} is written as the empty text, too. */
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "com.microsoft");

    private static final Set<String> OWN_DOMAINS = Set.of(
            "",
            "ai.onnx",
            "com.microsoft",
            "ai.onnx.ml",
            "ai.onnx.preview",
            "ai.onnx.training",
            "ai.onnx.preview.training",
            "com.microsoft.nchwc",
            "com.microsoft.experimental",
            "com.ms.internal.nhwc",
            "org.pytorch.aten");

    private final Set<String> allowedDataFiles;
    private final Set<String> domains;

    private GraphInspection(Set<String> allowedDataFiles, Set<String> domains) {
        this.allowedDataFiles = allowedDataFiles;
        this.domains = domains;
    }

    /** The inspection of a graph that ONNX Runtime itself wrote, with its data in these files; it declares every domain it knows. */
    static GraphInspection ofOwnMaking(Set<String> dataFiles) {
        return new GraphInspection(Set.copyOf(dataFiles), OWN_DOMAINS);
    }

    /** The inspection of the graphs of one model. */
    public static GraphInspection of(ModelManifest manifest) {
        return new GraphInspection(
                manifest.files().stream().map(ModelFile::name).collect(Collectors.toUnmodifiableSet()), DOMAINS);
    }

    /**
     * Inspects a file; symbolic links are not followed.
     *
     * @return what was seen on the way
     * @throws ModelFailure with the rule it breaks
     */
    public GraphFacts inspect(Path file) throws ModelFailure {
        try (InputStream in =
                new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), BUFFER_BYTES)) {
            return new OnnxWalk(new ProtobufReader(in, Files.size(file)), allowedDataFiles, domains).walk();
        } catch (MalformedModelException e) {
            throw new ModelFailure(file.getFileName() + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelFailure(file.getFileName() + " cannot be read", e);
        }
    }
}

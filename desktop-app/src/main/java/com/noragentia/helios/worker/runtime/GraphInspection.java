/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * Looks at an ONNX file before the native library does. A graph may use only operators of the known domains that its family needs
 * ({@link OperatorList}), at most {@value #MAX_NODES} nodes and {@value #MAX_DATA_BYTES} bytes in tensors, and external data only within
 * files that its manifest lists. ONNX Runtime's own check of external data has been mended several times (docs/decisions/0003); this one does not
 * depend on it. Immutable and thread-safe.
 */
public final class GraphInspection {

    static final int MAX_NODES = 200_000;

    /** Each costs the native library memory, be it empty. */
    static final int MAX_TENSORS = 1_000_000;

    static final long MAX_DATA_BYTES = 16_000_000_000L;

    private static final int BUFFER_BYTES = 1 << 16;

    private final GraphRules rules;

    private GraphInspection(GraphRules rules) {
        this.rules = rules;
    }

    /** The inspection of a graph that ONNX Runtime itself wrote, with its data in these files; it declares every domain it knows. */
    static GraphInspection ofOwnMaking(Set<String> dataFiles) {
        return new GraphInspection(GraphRules.ofOwnMaking(dataFiles));
    }

    /** The inspection of the graphs of one model. */
    public static GraphInspection of(ModelManifest manifest) {
        return new GraphInspection(GraphRules.of(manifest));
    }

    /**
     * Inspects a file; links are not followed, and what is not a plain file is not read.
     *
     * @return what was seen on the way
     * @throws ModelFailure with the rule it breaks
     */
    public GraphFacts inspect(Path file) throws ModelFailure {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw ModelFailure.told("graph-not-plain", name + " is refused: not a plain file", name);
        }
        try (InputStream in =
                new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), BUFFER_BYTES)) {
            return new OnnxWalk(new ProtobufReader(in, Files.size(file)), rules).walk();
        } catch (MalformedModelException e) {
            throw e.of(name);
        } catch (IOException e) {
            throw ModelFailure.told(e, "graph-unreadable", name + " cannot be read", name);
        }
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the graphs of one model may name. Immutable and thread-safe.
 *
 * @param fileBytes the length of each file of the manifest, by its name, which is bare
 * @param anyDataKey whether external data may be said more of than the standard has words for
 */
record GraphRules(Map<String, Long> fileBytes, OperatorList operators, Set<String> domains, boolean anyDataKey) {

    /** Those of the standard. ONNX Runtime heeds more, such as places of packed weights, which it does not check. */
    private static final Set<String> DATA_KEYS = Set.of("location", "offset", "length", "checksum");

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

    static GraphRules of(ModelManifest manifest) {
        return new GraphRules(
                manifest.files().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                ModelFile::name, ModelFile::bytes, (one, other) -> Math.min(one, other))),
                OperatorList.of(manifest),
                DOMAINS,
                false);
    }

    /** For a graph that ONNX Runtime itself wrote: any operator, every domain it declares, and data in these files, however long. */
    static GraphRules ofOwnMaking(Set<String> dataFiles) {
        return new GraphRules(
                dataFiles.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), name -> GraphInspection.MAX_DATA_BYTES)),
                OperatorList.ANY,
                OWN_DOMAINS,
                true);
    }

    /** Holds what is said of external data to the words of the standard. */
    void requireKnown(String dataKey) throws MalformedModelException {
        if (!anyDataKey && !DATA_KEYS.contains(dataKey)) {
            throw new MalformedModelException(
                    "graph-data-key", "more is said of external data than where it lies and how long it is");
        }
    }

    /** The names of a manifest are bare, so a listed name has no folder in it. */
    void requireListed(String location) throws MalformedModelException {
        if (!fileBytes.containsKey(location)) {
            throw new MalformedModelException(
                    "graph-data-unlisted", "external data in a file that the manifest does not list");
        }
    }

    /** How many bytes external data has, all of which lie within its file. */
    long bytesOf(ExternalData data) throws MalformedModelException {
        requireListed(data.location());
        long whole = fileBytes.getOrDefault(data.location(), 0L);
        long offset = data.offset();
        long length = data.length(Math.max(0, whole - offset));
        if (offset > whole || length > whole - offset) {
            throw new MalformedModelException("graph-data-beyond", "external data beyond the end of its file");
        }
        return length;
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a session is made of: equal contents make equal sessions, whichever models they belong to. Equal graphs are not enough, as weights
 * may lie in other files.
 *
 * @param sha256 of the graph
 * @param data SHA-256 of each file that the graph takes data from, by its name
 */
record GraphContent(String sha256, Map<String, String> data) {

    /** @param facts of the graph, whose data files the manifest lists */
    static GraphContent of(ModelManifest manifest, ModelFile graph, GraphFacts facts) {
        return new GraphContent(
                graph.sha256(),
                manifest.files().stream()
                        .filter(file -> facts.dataFiles().contains(file.name()))
                        .collect(Collectors.toUnmodifiableMap(ModelFile::name, ModelFile::sha256)));
    }
}

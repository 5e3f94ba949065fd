/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;

/** A causal language model in memory, whatever its export looks like. It closes with its {@link ModelSpace}. Thread-safe. */
public final class CausalLanguageModel implements TokenGenerator {

    private final GenerationSettings settings;
    private final LoadedGraph graph;
    private final WaitingLine line = new WaitingLine();
    private final GenerationLoop loop;
    private final Thread computing;
    private final int atOnce;

    private CausalLanguageModel(ModelManifest manifest, GenerationSettings settings, LoadedGraph graph) {
        this.settings = settings;
        this.graph = graph;
        this.loop = graph.loop(line, settings.threads());
        this.computing =
                Thread.ofPlatform().daemon().name("generation-" + manifest.id()).unstarted(loop);
        this.atOnce = graph.behaviour().batches()
                ? graph.budget().usualSequences(manifest.traits().contextTokens())
                : 1;
    }

    /**
     * Opens a model among its files.
     *
     * @param graphName file name of the graph
     * @throws ModelFailure if the graph is not one of a language model that this program runs, does not load, or needs more memory than
     *     is set aside for the model
     */
    public static CausalLanguageModel open(ModelSpace space, String graphName, GenerationSettings settings)
            throws ModelFailure {
        return open(space, graphName, settings, true);
    }

    /** @param inPlace whether keys and values may be written where they are read, if the graph can do that */
    static CausalLanguageModel open(ModelSpace space, String graphName, GenerationSettings settings, boolean inPlace)
            throws ModelFailure {
        LoadedGraph graph = LoadedGraph.open(space, graphName, settings, inPlace);
        space.own(graph::close);
        CausalLanguageModel model = new CausalLanguageModel(space.manifest(), settings, graph);
        model.computing.start();
        space.own(model::end);
        return model;
    }

    @Override
    public int contextTokens() {
        return graph.budget().context();
    }

    @Override
    public int vocabulary() {
        return graph.behaviour().vocabulary();
    }

    /** One where the graph does not compute the same in company; no more than there is memory for. */
    @Override
    public int atOnce() {
        return atOnce;
    }

    GraphBehaviour behaviour() {
        return graph.behaviour();
    }

    /** Whether nothing is being computed, and nobody waits. */
    boolean isIdle() {
        return loop.isIdle();
    }

    /** What was computed since it was opened. */
    public RunCounts counts() {
        return loop.counts();
    }

    @Override
    public Generated generate(GenerationRequest request, TokenSink sink) throws ModelFailure, InterruptedException {
        requireFitting(request);
        Writing writing = new Writing(
                request,
                settings.sampler().apply(request.sampling()),
                contextTokens(),
                graph.behaviour().exactChunks());
        if (request.start().length() >= writing.longest()) {
            return new Generated(
                    Generated.End.LENGTH,
                    request.start().promptLength(),
                    0,
                    request.start().written());
        }
        if (!line.join(writing)) {
            throw loop.closed();
        }
        boolean over = false;
        try {
            Generated generated = new Telling(writing, sink).tell();
            over = true;
            return generated;
        } finally {
            if (!over) {
                graph.guard().cancel(writing);
            }
        }
    }

    private void requireFitting(GenerationRequest request) {
        int length = request.start().length();
        if (length >= contextTokens()) {
            throw new IllegalArgumentException(
                    "a prompt of %d tokens for a context of %d".formatted(length, contextTokens()));
        }
        for (int position = 0; position < length; position++) {
            int token = request.start().at(position);
            if (token < 0 || token >= vocabulary()) {
                throw new IllegalArgumentException("a token out of range at " + position);
            }
        }
    }

    /** Ends the run at hand and waits for that, as nothing native may be given back under it. */
    private void end() {
        ModelFailure closed = loop.closed();
        line.shut().forEach(writing -> writing.mailbox().put(new Mailbox.Failed(closed)));
        graph.guard().shut();
        boolean interrupted = false;
        while (computing.isAlive()) {
            try {
                computing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

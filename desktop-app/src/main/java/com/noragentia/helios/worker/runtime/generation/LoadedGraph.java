/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A graph of a language model in memory, tried out, with the memory that its runs use. To be closed when nothing runs. */
final class LoadedGraph implements AutoCloseable {

    private final SessionRack sessions;
    private final GraphBehaviour behaviour;
    private final CacheBudget budget;
    private final SequenceCache cache;
    private final ForwardPass pass;
    private final RunGuard guard;

    private LoadedGraph(
            OrtEnvironment environment,
            SessionRack sessions,
            LanguageModelGraph graph,
            GraphBehaviour behaviour,
            CacheBudget budget)
            throws OrtException {
        this.sessions = sessions;
        this.behaviour = behaviour;
        this.budget = budget;
        guard = new RunGuard();
        cache = new SequenceCache(
                budget, graph.keyValues(environment), behaviour.reading().step());
        TokenTensors tokens = new TokenTensors(
                environment,
                graph.wantsPositions(),
                behaviour.reading().widest(),
                budget.context(),
                CacheBudget.MAX_ACTIVE);
        pass = new ForwardPass(
                tokens,
                new LogitRows(environment, graph.logitsType(), behaviour.vocabulary()),
                behaviour.givesAllLogits());
    }

    static LoadedGraph open(ModelSpace space, String graphName, GenerationSettings settings, boolean inPlace)
            throws ModelFailure {
        GraphOpener opener =
                space.opener(graphName, settings.prepack() ? Optional.of(GraphProbe::said) : Optional.empty());
        int context = ContextLimit.of(space, opener.facts());
        SessionRack sessions = new SessionRack(opener, settings.threads().getAsInt());
        boolean opened = false;
        try {
            LanguageModelGraph graph = LanguageModelGraph.of(
                    sessions.session(),
                    inPlace ? opener.facts() : opener.facts().withoutGroupedAttentions());
            GraphBehaviour behaviour = new GraphProbe(opener.environment(), sessions.session(), graph).behaviour();
            MemoryPlan plan = plan(space, opener, graph, behaviour, context);
            space.takesLater(plan.caches().tokens() * graph.tokenBytes());
            LoadedGraph loaded = new LoadedGraph(opener.environment(), sessions, graph, behaviour, plan.caches());
            opened = true;
            return loaded;
        } catch (OrtException e) {
            throw new ModelFailure(graphName + " cannot be used", e);
        } finally {
            if (!opened) {
                sessions.close();
            }
        }
    }

    private static MemoryPlan plan(
            ModelSpace space, GraphOpener opener, LanguageModelGraph graph, GraphBehaviour behaviour, int context)
            throws ModelFailure {
        long files =
                space.manifest().files().stream().mapToLong(ModelFile::bytes).sum();
        long rows = behaviour.givesAllLogits() ? behaviour.reading().widest() : 1;
        long logits = (rows + LogitRows.MAX_ROWS) * behaviour.vocabulary() * Float.BYTES;
        return MemoryPlan.of(
                space.manifest().id(),
                space.manifest().memoryBytes(),
                files,
                opener.isMapped(),
                logits,
                graph.tokenBytes(),
                context);
    }

    CacheBudget budget() {
        return budget;
    }

    GraphBehaviour behaviour() {
        return behaviour;
    }

    RunGuard guard() {
        return guard;
    }

    GenerationLoop loop(WaitingLine line, IntSupplier threads) {
        return new GenerationLoop(line, cache, pass, sessions, guard, behaviour, threads);
    }

    @Override
    public void close() {
        cache.close();
        pass.close();
        sessions.close();
        guard.close();
    }
}

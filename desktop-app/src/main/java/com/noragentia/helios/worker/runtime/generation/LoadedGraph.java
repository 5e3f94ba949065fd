/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A graph of a language model in memory, tried out, with the memory that its runs use. To be closed when nothing runs. */
final class LoadedGraph implements AutoCloseable {

    private final Made parts;
    private final SessionRack sessions;
    private final GraphBehaviour behaviour;
    private final CacheBudget budget;
    private final SequenceCache cache;
    private final ForwardPass pass;
    private final RunGuard guard;

    private LoadedGraph(
            Made parts,
            SessionRack sessions,
            GraphBehaviour behaviour,
            CacheBudget budget,
            SequenceCache cache,
            ForwardPass pass,
            RunGuard guard) {
        this.parts = parts;
        this.sessions = sessions;
        this.behaviour = behaviour;
        this.budget = budget;
        this.cache = cache;
        this.pass = pass;
        this.guard = guard;
    }

    static LoadedGraph open(ModelSpace space, String graphName, GenerationSettings settings, boolean inPlace)
            throws ModelFailure {
        GraphOpener opener =
                space.opener(graphName, settings.prepack() ? Optional.of(GraphProbe::said) : Optional.empty());
        int context = ContextLimit.of(space, opener.facts());
        try (Made made = new Made()) {
            SessionRack sessions = new SessionRack(opener, settings.threads().getAsInt());
            made.add(sessions::close);
            LanguageModelGraph graph = LanguageModelGraph.of(
                    sessions.session(),
                    inPlace ? opener.facts() : opener.facts().withoutGroupedAttentions());
            GraphBehaviour behaviour = new GraphProbe(opener.environment(), sessions.session(), graph).behaviour();
            MemoryPlan plan = plan(space, graphName, opener, graph, behaviour, context);
            space.takesLater(plan.caches().tokens() * graph.tokenBytes());
            KeyValues keyValues = graph.keyValues(opener.environment(), space::cachesGrow);
            return open(made, opener.environment(), sessions, graph, behaviour, plan.caches(), keyValues);
        } catch (OrtException e) {
            throw new ModelFailure(graphName + " cannot be used", e);
        }
    }

    private static LoadedGraph open(
            Made made,
            OrtEnvironment environment,
            SessionRack sessions,
            LanguageModelGraph graph,
            GraphBehaviour behaviour,
            CacheBudget budget,
            KeyValues keyValues)
            throws OrtException {
        RunGuard guard = new RunGuard();
        made.add(guard::close);
        SequenceCache cache =
                new SequenceCache(budget, keyValues, behaviour.reading().step());
        made.add(cache::close);
        TokenTensors tokens = new TokenTensors(
                environment,
                graph.wantsPositions(),
                behaviour.reading().widest(),
                budget.context(),
                CacheBudget.MAX_ACTIVE);
        made.add(tokens::close);
        LogitRows logits = new LogitRows(environment, graph.logitsType(), behaviour.vocabulary());
        made.add(logits::close);
        ForwardPass pass = new ForwardPass(tokens, logits, behaviour.givesAllLogits());
        return new LoadedGraph(made.kept(), sessions, behaviour, budget, cache, pass, guard);
    }

    private static MemoryPlan plan(
            ModelSpace space,
            String graphName,
            GraphOpener opener,
            LanguageModelGraph graph,
            GraphBehaviour behaviour,
            int context)
            throws ModelFailure {
        Company company = Company.of(space.manifest().files(), graphName);
        long rows = behaviour.givesAllLogits() ? behaviour.reading().widest() : 1;
        long logits = (rows + LogitRows.MAX_ROWS) * behaviour.vocabulary() * Float.BYTES;
        return MemoryPlan.of(
                space.manifest().id(),
                space.manifest().memoryBytes() - company.setAside(),
                company.ownFiles(),
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
        parts.close();
    }
}

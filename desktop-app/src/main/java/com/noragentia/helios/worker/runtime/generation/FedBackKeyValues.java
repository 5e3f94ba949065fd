/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values of graphs that cannot write in place: what a run gives is what the next one is fed, which copies the whole cache at
 * each step. One sequence a run.
 */
final class FedBackKeyValues implements KeyValues {

    private final OrtEnvironment environment;
    private final LanguageModelGraph graph;
    private final LongConsumer growth;
    private final Set<String> presents;
    private List<@Nullable Held> slots = new ArrayList<>();

    /** The caches of one sequence, and what closes them. */
    private record Held(Map<String, OnnxTensor> caches, int tokens, Runnable close) {}

    FedBackKeyValues(OrtEnvironment environment, LanguageModelGraph graph, LongConsumer growth) {
        this.environment = environment;
        this.graph = graph;
        this.growth = growth;
        this.presents =
                graph.caches().stream().map(LanguageModelGraph.Cache::present).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean sideBySide() {
        return false;
    }

    @Override
    public void relay(CacheLayout layout, int[] lengths) {
        List<@Nullable Held> old = slots;
        slots = new ArrayList<>();
        for (int source : layout.from()) {
            slots.add(source < 0 ? null : old.get(source));
        }
        for (Held held : old) {
            if (held != null && !slots.contains(held)) {
                giveBack(held);
            }
        }
    }

    @Override
    public void copy(int from, int to, int tokens) throws OrtException {
        Held source = slots.get(from);
        replace(to, source == null ? null : cut(source, tokens));
    }

    @Override
    public void swap(int one, int oneTokens, int other, int otherTokens) {
        @Nullable Held moved = slots.set(one, slots.get(other));
        slots.set(other, moved);
    }

    @Override
    public Ports ports(int first, int count, int tokens) throws OrtException {
        Held held = slots.get(first);
        if (held == null || held.tokens() != tokens) {
            held = held == null || tokens == 0 ? nothing() : cut(held, tokens);
            replace(first, held);
        }
        return new Ports(held.caches(), new LinkedHashMap<>(), presents);
    }

    @Override
    public void ran(int first, OrtSession.Result result) {
        Map<String, OnnxTensor> caches = new LinkedHashMap<>();
        long tokens = 0;
        for (LanguageModelGraph.Cache cache : graph.caches()) {
            OnnxTensor tensor = (OnnxTensor) result.get(cache.present()).orElseThrow();
            tokens = tensor.getInfo().getShape()[2];
            caches.put(cache.past(), tensor);
        }
        replace(first, new Held(caches, Math.toIntExact(tokens), result::close));
    }

    private void replace(int slot, @Nullable Held held) {
        Held old = slots.set(slot, held);
        if (held != null) {
            growth.accept(bytes(held));
        }
        if (old != null) {
            giveBack(old);
        }
    }

    private void giveBack(Held held) {
        growth.accept(-bytes(held));
        held.close().run();
    }

    private long bytes(Held held) {
        return (long) graph.caches().size() * graph.heads() * held.tokens() * graph.rowBytes();
    }

    private Held nothing() throws OrtException {
        return held(0, List.of(), cache -> ByteBuffer.allocateDirect(0));
    }

    /** The first tokens of each head. */
    private Held cut(Held held, int tokens) throws OrtException {
        int rows = tokens * graph.rowBytes();
        int stride = held.tokens() * graph.rowBytes();
        List<DirectMemory> memory = new ArrayList<>();
        return held(tokens, memory, cache -> {
            ByteBuffer all =
                    Objects.requireNonNull(held.caches().get(cache.past())).getByteBuffer();
            DirectMemory room = DirectMemory.of(graph.heads() * rows);
            memory.add(room);
            ByteBuffer part = room.buffer();
            for (int head = 0; head < graph.heads(); head++) {
                part.put(head * rows, all, head * stride, rows);
            }
            return part;
        });
    }

    /** @param memory that the caches lie in once they are made, to be given back after them */
    private Held held(int tokens, List<DirectMemory> memory, Function<LanguageModelGraph.Cache, ByteBuffer> content)
            throws OrtException {
        long[] axes = {1, graph.heads(), tokens, graph.width()};
        Map<String, OnnxTensor> caches = new LinkedHashMap<>();
        for (LanguageModelGraph.Cache cache : graph.caches()) {
            caches.put(
                    cache.past(), OnnxTensor.createTensor(environment, content.apply(cache), axes, graph.cacheType()));
        }
        return new Held(caches, tokens, () -> {
            caches.values().forEach(OnnxTensor::close);
            memory.forEach(DirectMemory::close);
        });
    }

    @Override
    public void close() {
        for (int slot = 0; slot < slots.size(); slot++) {
            replace(slot, null);
        }
    }
}

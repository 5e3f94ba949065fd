/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Keys and values in one direct buffer a cache, [slots, heads, capacity, width], which is both the graph's input and its output:
 * {@code GroupQueryAttention} sees that they are the same memory and writes the new rows in place, so that a step copies nothing however
 * long the sequence is. Slots that stand side by side are a tensor of their own. How many tokens of a slot count is said by the mask
 * alone; to forget some is to say fewer.
 */
final class SharedKeyValues implements KeyValues {

    private final OrtEnvironment environment;
    private final LanguageModelGraph graph;
    private final LongConsumer growth;
    private final List<DirectMemory> memory = new ArrayList<>();
    private final Map<Window, Ports> windows = new HashMap<>();
    private CacheShape shape = CacheShape.NONE;

    /** Slots side by side. */
    private record Window(int first, int count) {}

    SharedKeyValues(OrtEnvironment environment, LanguageModelGraph graph, LongConsumer growth) {
        this.environment = environment;
        this.graph = graph;
        this.growth = growth;
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    /** Goes cache by cache, so that never more than one of them is there twice. */
    @Override
    public void relay(CacheLayout layout, int[] lengths) {
        if (layout.staysPut(shape)) {
            return;
        }
        closeWindows();
        CacheShape old = shape;
        shape = CacheShape.NONE;
        for (int i = 0; i < graph.caches().size(); i++) {
            DirectMemory fresh = room(Math.toIntExact(layout.shape().slots() * slotBytes(layout.shape())));
            if (i < memory.size()) {
                DirectMemory former = memory.get(i);
                for (int slot = 0; slot < layout.from().length; slot++) {
                    int source = layout.from()[slot];
                    if (source >= 0) {
                        copy(former.buffer(), old, source, fresh.buffer(), layout.shape(), slot, lengths[source]);
                    }
                }
                memory.set(i, fresh);
                giveBack(former);
            } else {
                memory.add(fresh);
            }
        }
        shape = layout.shape();
    }

    private DirectMemory room(int bytes) {
        DirectMemory room = DirectMemory.of(bytes);
        growth.accept(bytes);
        return room;
    }

    private void giveBack(DirectMemory room) {
        growth.accept(-room.buffer().capacity());
        room.close();
    }

    @Override
    public void copy(int from, int to, int tokens) {
        for (DirectMemory cache : memory) {
            copy(cache.buffer(), shape, from, cache.buffer(), shape, to, tokens);
        }
    }

    @Override
    public void swap(int one, int oneTokens, int other, int otherTokens) {
        CacheShape single = new CacheShape(1, shape.capacity());
        try (DirectMemory room = DirectMemory.of(Math.toIntExact(slotBytes(single)))) {
            ByteBuffer aside = room.buffer();
            for (DirectMemory each : memory) {
                ByteBuffer cache = each.buffer();
                copy(cache, shape, one, aside, single, 0, oneTokens);
                copy(cache, shape, other, cache, shape, one, otherTokens);
                copy(aside, single, 0, cache, shape, other, oneTokens);
            }
        }
    }

    private void copy(
            ByteBuffer from,
            CacheShape fromShape,
            int fromSlot,
            ByteBuffer to,
            CacheShape toShape,
            int toSlot,
            int tokens) {
        int bytes = tokens * graph.rowBytes();
        for (int head = 0; head < graph.heads(); head++) {
            long source = fromSlot * slotBytes(fromShape) + head * headBytes(fromShape);
            long target = toSlot * slotBytes(toShape) + head * headBytes(toShape);
            to.put(Math.toIntExact(target), from, Math.toIntExact(source), bytes);
        }
    }

    private long slotBytes(CacheShape of) {
        return graph.heads() * headBytes(of);
    }

    private long headBytes(CacheShape of) {
        return (long) of.capacity() * graph.rowBytes();
    }

    @Override
    public Ports ports(int first, int count, int tokens) throws OrtException {
        Window window = new Window(first, count);
        Ports ports = windows.get(window);
        if (ports == null) {
            ports = open(window);
            windows.put(window, ports);
        }
        return ports;
    }

    private Ports open(Window window) throws OrtException {
        long[] axes = {window.count(), graph.heads(), shape.capacity(), graph.width()};
        int start = Math.toIntExact(window.first() * slotBytes(shape));
        int bytes = Math.toIntExact(window.count() * slotBytes(shape));
        Ports ports = new Ports(new LinkedHashMap<>(), new LinkedHashMap<>(), Set.of());
        for (int i = 0; i < memory.size(); i++) {
            ByteBuffer part = memory.get(i).part(start, bytes);
            OnnxTensor tensor = OnnxTensor.createTensor(environment, part, axes, graph.cacheType());
            ports.inputs().put(graph.caches().get(i).past(), tensor);
            ports.pinned().put(graph.caches().get(i).present(), tensor);
        }
        return ports;
    }

    @Override
    public void ran(int first, OrtSession.Result result) {
        result.close();
    }

    private void closeWindows() {
        windows.values().forEach(ports -> ports.inputs().values().forEach(OnnxTensor::close));
        windows.clear();
    }

    @Override
    public void close() {
        closeWindows();
        memory.forEach(this::giveBack);
        memory.clear();
        shape = CacheShape.NONE;
    }
}

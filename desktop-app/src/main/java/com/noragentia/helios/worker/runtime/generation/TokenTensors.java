/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tokens of a run, their places and the mask, written into memory that every run uses again. For one thread. */
final class TokenTensors implements AutoCloseable {

    private static final List<String> OWN =
            List.of(LanguageModelGraph.IDS, LanguageModelGraph.POSITIONS, LanguageModelGraph.MASK);

    private final OrtEnvironment environment;
    private final boolean wantsPositions;
    private final DirectMemory ids;
    private final DirectMemory positions;
    /** For one sequence: as many ones as it has tokens. Never written again. */
    private final DirectMemory ones;
    /** For several: a row for each, ones and then zeros. */
    private final DirectMemory ragged;

    private final List<OnnxTensor> open = new ArrayList<>();

    /**
     * Makes room.
     *
     * @param width tokens of the widest run, all its sequences together
     * @param context tokens of the longest sequence
     * @param sequences in a run, at most
     */
    TokenTensors(OrtEnvironment environment, boolean wantsPositions, int width, int context, int sequences) {
        this.environment = environment;
        this.wantsPositions = wantsPositions;
        ids = longs(width);
        positions = longs(width);
        ones = longs(context);
        ragged = longs(sequences * context);
        LongBuffer filled = ones.buffer().asLongBuffer();
        while (filled.hasRemaining()) {
            filled.put(1);
        }
    }

    private static DirectMemory longs(int count) {
        return DirectMemory.of(count * Long.BYTES);
    }

    /** Adds the inputs of a run, in which all sequences put in equally many tokens; they are good until {@link #removeFrom}. */
    void addTo(Map<String, OnnxTensor> inputs, List<Span> spans) throws OrtException {
        int width = spans.getFirst().tokens().length;
        long[] shape = {spans.size(), width};
        LongBuffer idsToWrite = ids.buffer().asLongBuffer();
        LongBuffer positionsToWrite = positions.buffer().asLongBuffer();
        for (Span span : spans) {
            for (int i = 0; i < width; i++) {
                idsToWrite.put(span.tokens()[i]);
                positionsToWrite.put(span.past() + i);
            }
        }
        inputs.put(LanguageModelGraph.IDS, tensor(ids, shape));
        if (wantsPositions) {
            inputs.put(LanguageModelGraph.POSITIONS, tensor(positions, shape));
        }
        inputs.put(LanguageModelGraph.MASK, mask(spans, width));
    }

    /** Takes away what {@link #addTo} added, also where it did not come to its end; the next run uses the same memory. */
    void removeFrom(Map<String, OnnxTensor> inputs) {
        inputs.keySet().removeAll(OWN);
        release();
    }

    private OnnxTensor mask(List<Span> spans, int width) throws OrtException {
        int longest = spans.stream().mapToInt(Span::past).max().orElse(0) + width;
        long[] shape = {spans.size(), longest};
        if (spans.size() == 1) {
            return tensor(ones, shape);
        }
        LongBuffer rows = ragged.buffer().asLongBuffer();
        for (Span span : spans) {
            for (int i = 0; i < longest; i++) {
                rows.put(i < span.past() + width ? 1 : 0);
            }
        }
        return tensor(ragged, shape);
    }

    private OnnxTensor tensor(DirectMemory memory, long[] shape) throws OrtException {
        LongBuffer part = memory.buffer().asLongBuffer().limit(Math.toIntExact(shape[0] * shape[1]));
        OnnxTensor tensor = OnnxTensor.createTensor(environment, part, shape);
        open.add(tensor);
        return tensor;
    }

    /** Closes the tensors of the last run, whose memory the next one uses. */
    void release() {
        open.forEach(OnnxTensor::close);
        open.clear();
    }

    @Override
    public void close() {
        release();
        List.of(ids, positions, ones, ragged).forEach(DirectMemory::close);
    }
}

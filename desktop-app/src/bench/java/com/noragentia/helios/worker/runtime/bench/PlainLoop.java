/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import com.noragentia.helios.worker.runtime.graph.CopyingLoop;
import java.nio.file.Path;

/** ONNX Runtime as everybody first uses it: its own options, new caches at each step. */
final class PlainLoop implements Loop {

    private final CopyingLoop loop;
    private final int vocabulary;

    private PlainLoop(CopyingLoop loop, int vocabulary) {
        this.loop = loop;
        this.vocabulary = vocabulary;
    }

    static PlainLoop open(Path model, int threads, int vocabulary) throws OrtException {
        return new PlainLoop(CopyingLoop.open(model, threads), vocabulary);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws OrtException {
        long start = System.nanoTime();
        long[] ids = new long[prompt.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = prompt[i];
        }
        int token = next(ids);
        long first = System.nanoTime();
        for (int written = 1; written < tokens; written++) {
            token = next(token);
        }
        long last = System.nanoTime();
        loop.restart();
        return Timing.of(prompt.length, tokens, start, first, last);
    }

    private int next(long... ids) throws OrtException {
        // Of the step's result, which is closed with the next one.
        OnnxTensor logits = loop.step(ids);
        return Likeliest.of(logits.getFloatBuffer(), vocabulary);
    }

    @Override
    public void close() throws OrtException {
        loop.close();
    }
}

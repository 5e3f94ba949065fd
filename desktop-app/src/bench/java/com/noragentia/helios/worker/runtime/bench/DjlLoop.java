/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** DJL's way: a predictor over arrays, whose caches come out new at each step and go in again at the next. Graphs without positions only. */
final class DjlLoop implements Loop {

    private final ModelShape shape;
    private final ZooModel<NDList, NDList> model;
    private final Predictor<NDList, NDList> predictor;
    private final NDManager arrays;

    private DjlLoop(ModelShape shape, ZooModel<NDList, NDList> model) {
        this.shape = shape;
        this.model = model;
        this.predictor = model.newPredictor();
        this.arrays = NDManager.newBaseManager("OnnxRuntime");
    }

    static DjlLoop open(Path file, ModelShape shape, int threads) throws IOException, ModelException {
        return new DjlLoop(
                shape,
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optEngine("OnnxRuntime")
                        .optModelPath(file)
                        .optOption("intraOpNumThreads", Integer.toString(threads))
                        .optTranslator(new NoopTranslator())
                        .build()
                        .loadModel());
    }

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws TranslateException {
        long start = System.nanoTime();
        long[] ids = new long[prompt.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = prompt[i];
        }
        NDList last = step(ids, prompt.length, none());
        int token = likeliest(last);
        long first = System.nanoTime();
        for (int written = 1; written < tokens; written++) {
            last = step(new long[] {token}, prompt.length + written, last);
            token = likeliest(last);
        }
        long end = System.nanoTime();
        last.close();
        return Timing.of(prompt.length, tokens, start, first, end);
    }

    /** An output before the first step: of the logits nothing, and empty caches. */
    private NDList none() {
        NDList none = new NDList(arrays.create(0L));
        for (int i = 0; i < 2 * shape.layers(); i++) {
            none.add(arrays.create(
                    FloatBuffer.allocate(0), new Shape(1, shape.cacheHeads(), 0, shape.headSize()), DataType.FLOAT32));
        }
        return none;
    }

    /** The graph's inputs in its order: ids, mask, caches. */
    private NDList step(long[] ids, int total, NDList before) throws TranslateException {
        long[] ones = new long[total];
        Arrays.fill(ones, 1);
        try (NDArray idArray = arrays.create(LongBuffer.wrap(ids), new Shape(1, ids.length), DataType.INT64);
                NDArray mask = arrays.create(LongBuffer.wrap(ones), new Shape(1, total), DataType.INT64);
                before) {
            NDList inputs = new NDList(idArray, mask);
            inputs.addAll(before.subNDList(1));
            return predictor.predict(inputs);
        }
    }

    private int likeliest(NDList outputs) {
        return Likeliest.of(outputs.head().toByteBuffer().asFloatBuffer(), shape.vocabulary());
    }

    @Override
    public void close() {
        predictor.close();
        arrays.close();
        model.close();
    }
}

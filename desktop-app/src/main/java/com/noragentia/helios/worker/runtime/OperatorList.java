/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operators that a graph of a family may use: those that the exports of such models are made of, of ONNX and of ONNX Runtime. What is missing is
 * refused, so that a new operator with a flaw in it is not reached by somebody's crafted graph. Immutable and thread-safe.
 *
 * @param names empty where every operator of the known domains may be used
 */
record OperatorList(Set<String> names) {

    /** Arithmetic, shapes, and the parts of transformers. */
    private static final String COMMON = """
            Abs Add And ArgMax ArgMin Attention BiasGelu Cast CastLike Ceil Clip Concat Constant ConstantOfShape Cos CumSum
            DequantizeLinear Div DynamicQuantizeLinear DynamicQuantizeMatMul Einsum Equal Erf Exp Expand FastGelu Flatten Floor FusedMatMul Gather
            GatherBlockQuantized GatherElements GatherND Gelu Gemm Greater GreaterOrEqual Identity IsInf IsNaN LayerNormalization Less LessOrEqual Log
            MatMul MatMulInteger MatMulIntegerToFloat MatMulNBits Max Min Mod Mul MultiHeadAttention Neg NonZero Not OneHot Or Pad Pow QLinearMatMul QuantizeLinear QuickGelu
            RMSNormalization Range Reciprocal ReduceL2 ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape
            RotaryEmbedding Round ScatterElements ScatterND Shape Sigmoid Sign SimplifiedLayerNormalization Sin Size SkipLayerNormalization
            SkipSimplifiedLayerNormalization Slice Softmax Softplus Split Sqrt Squeeze Sub Sum Swish Tanh Tile TopK Transpose Trilu Unsqueeze Where
            """;

    /** A decoder with its cache; exports that merge two graphs choose between them with If. */
    private static final String DECODER = "GroupQueryAttention If LogSoftmax SplitToSequence SequenceAt Softcap";

    private static final String PICTURES = """
            AveragePool BatchNormalization Conv ConvInteger ConvTranspose DepthToSpace Elu FusedConv GRU GlobalAveragePool GlobalMaxPool GridSample
            HardSigmoid HardSwish InstanceNormalization LSTM LeakyRelu LogSoftmax MaxPool NonMaxSuppression PRelu QLinearConv Resize RoiAlign SpaceToDepth Upsample
            """;

    static final OperatorList ANY = new OperatorList(Set.of());
    private static final OperatorList TEXT = of(COMMON);
    private static final OperatorList CAUSAL_LM = of(COMMON, DECODER);
    private static final OperatorList VISION = of(COMMON, PICTURES);
    private static final OperatorList ENCODER_DECODER = of(COMMON, DECODER, PICTURES);

    /** Where no family is said, by what the model is for: nothing else of it would be run. */
    static OperatorList of(ModelManifest manifest) {
        List<Expert> experts = manifest.experts();
        ModelFamily family = manifest.traits().family();
        if (family != ModelFamily.OTHER) {
            return of(family);
        }
        if (experts.contains(Expert.IMAGE)) {
            return VISION;
        }
        boolean onlyWrites = experts.contains(Expert.CHAT) && !experts.contains(Expert.DOCUMENT);
        return onlyWrites ? CAUSAL_LM : TEXT;
    }

    static OperatorList of(ModelFamily family) {
        return switch (family) {
            case CAUSAL_LM -> CAUSAL_LM;
            case ENCODER, CROSS_ENCODER, OTHER -> TEXT;
            case ENCODER_DECODER -> ENCODER_DECODER;
            case VISION -> VISION;
        };
    }

    private static OperatorList of(String... lists) {
        return new OperatorList(Stream.of(lists)
                .flatMap(list -> Stream.of(list.strip().split("\\s+")))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean allows(String operator) {
        return names.isEmpty() || names.contains(operator);
    }
}

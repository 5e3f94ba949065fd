# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The parts of the exported graphs: nodes in order, weights in signed 8 bits by blocks, the pieces of a transformer."""

import numpy
import torch
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
BLOCK = 32
MIDDLE = 128
OPSET, IR_VERSION = 20, 10
EPSILON = 1e-5


class Weights:
    """Constants of a whole file. Branches of an If use those around them, so that each stands there once."""

    def __init__(self, values):
        self.values, self.constants, self.known = values, [], set()

    def constant(self, name, values):
        if name not in self.known:
            self.known.add(name)
            self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def own(self, name):
        return self.constant(name, self.values[name].numpy())

    def int8(self, name, weight):
        """A matrix [N, K] as bytes [N, K / 32, 32], 128 for nought, and scales [N · K / 32]."""
        blocks = weight.reshape(weight.shape[0], -1, BLOCK)
        scales = blocks.abs().amax(dim=2, keepdim=True).clamp_min(1e-8) / (MIDDLE - 1)
        self.constant(f"{name}.qweight", ((blocks / scales).round() + MIDDLE).to(torch.uint8).numpy())
        self.constant(f"{name}.scales", scales.reshape(-1).numpy())


class Nodes:
    """`prefix` keeps the names of branches apart."""

    def __init__(self, weights, prefix=""):
        self.weights, self.prefix, self.nodes = weights, prefix, []

    def add(self, operator, inputs, result=None, domain="", **attributes):
        result = result or f"{self.prefix}{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [result], name=f"{self.prefix}{operator}.{len(self.nodes)}", domain=domain, **attributes))
        return result

    def whole(self, name, value):
        return self.weights.constant(name, numpy.array(value, dtype=numpy.int64))

    def product(self, x, name, weight, bias=None):
        self.weights.int8(name, weight)
        result = self.add("MatMulNBits", [x, f"{name}.qweight", f"{name}.scales"], domain=MICROSOFT,
                          K=weight.shape[1], N=weight.shape[0], bits=8, block_size=BLOCK)
        return result if bias is None else self.add("Add", [result, self.weights.constant(f"{name}.bias", bias.numpy())])

    def linear(self, x, name, scale=1.0):
        values = self.weights.values
        bias = values.get(f"{name}.bias")
        return self.product(x, name, values[f"{name}.weight"] * scale, None if bias is None else bias * scale)

    def norm(self, x, name, result=None):
        own = self.weights.own
        return self.add("LayerNormalization", [x, own(f"{name}.weight"), own(f"{name}.bias")], result, axis=-1, epsilon=EPSILON)

    def split(self, x, heads, size):
        """[batch, length, heads · size] → [batch, heads, length, size]"""
        return self.add("Transpose", [self.add("Reshape", [x, self.whole(f"split.{heads}", [0, 0, heads, size])])], perm=[0, 2, 1, 3])

    def mixed(self, queries, keys, values, name, width, mask=None):
        """Attention, and the product with its last matrix."""
        scores = self.add("MatMul", [queries, self.add("Transpose", [keys], perm=[0, 1, 3, 2])])
        if mask:
            scores = self.add("Add", [scores, mask])
        mixed = self.add("MatMul", [self.add("Softmax", [scores], axis=-1), values])
        joined = self.add("Reshape", [self.add("Transpose", [mixed], perm=[0, 2, 1, 3]), self.whole("joined", [0, 0, width])])
        return self.linear(joined, f"{name}.out_proj")

    def encoder_layer(self, x, name, heads, width):
        size, n = width // heads, self.norm(x, f"{name}.self_attn_layer_norm")
        queries = self.linear(n, f"{name}.self_attn.q_proj", size**-0.5)
        queries, keys, values = (
            self.split(y, heads, size)
            for y in (queries, self.linear(n, f"{name}.self_attn.k_proj"), self.linear(n, f"{name}.self_attn.v_proj"))
        )
        return self.feed_forward(self.add("Add", [x, self.mixed(queries, keys, values, f"{name}.self_attn", width)]), name)

    def feed_forward(self, x, name):
        inner = self.add("Gelu", [self.linear(self.norm(x, f"{name}.final_layer_norm"), f"{name}.fc1")])
        return self.add("Add", [x, self.linear(inner, f"{name}.fc2")])


def model_of(name, nodes, inputs, outputs):
    graph = helper.make_graph(nodes.nodes, name, inputs, outputs, nodes.weights.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="helios")


def floats(name, *shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))

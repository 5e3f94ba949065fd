# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""An ONNX graph as a PyTorch module that can be trained, and back: only the operators that this recogniser uses."""

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

# The converter's own numbers (epsilons, shapes) are named so; all other constants are weights.
_NO_WEIGHTS = ("p2o.", "fill_constant")
_WHOLE = (onnx.TensorProto.INT32, onnx.TensorProto.INT64)


def attributes_of(node):
    return {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}


def _conv(a, x, weight, bias=None):
    top, left, bottom, right = a["pads"]
    assert (top, left) == (bottom, right)
    return functional.conv2d(x, weight, bias, a["strides"], (top, left), a["dilations"], a["group"])


def _average_pool(a, x):
    assert not any(a["pads"])
    return functional.avg_pool2d(x, a["kernel_shape"], a["strides"])


def _slice(a, x, starts, ends, axes, steps=None):
    for start, end, axis in zip(starts.tolist(), ends.tolist(), axes.tolist()):
        x = x.narrow(axis, start, min(end, x.shape[axis]) - start)
    return x


def _reshape(a, x, shape):
    return x.reshape([x.shape[place] if size == 0 else size for place, size in enumerate(shape.tolist())])


def _cast(a, x):
    return x.long() if a["to"] in _WHOLE else x.float()


def _clip(a, x, least, most):
    return x.clamp(float(least), float(most))


def _batch_norm(a, x, scale, shift, mean, variance):
    return functional.batch_norm(x, mean, variance, scale, shift, False, 0.0, a["epsilon"])


class _ScaledHardSwish(torch.autograd.Function):
    """hardswish(x) · scale + shift, of fixed numbers, in place: the graph has 28 of these, and memory is what they cost."""

    @staticmethod
    def forward(context, x, scale, shift):
        context.save_for_backward(x)
        context.scale = float(scale)
        return functional.hardswish(x).mul_(context.scale).add_(float(shift))

    @staticmethod
    def backward(context, gradient):
        return torch.ops.aten.hardswish_backward(gradient, context.saved_tensors[0]).mul_(context.scale), None, None


def _scaled_conv(a, x, weight, bias, scale, shift):
    return _conv(a, x, weight * scale, bias * scale + shift)


_OPERATORS = {
    "ScaledConv": _scaled_conv,
    "ScaledHardSwish": lambda a, x, scale, shift: _ScaledHardSwish.apply(x, scale, shift),
    "Add": lambda a, x, y: x + y,
    "Sub": lambda a, x, y: x - y,
    "Mul": lambda a, x, y: x * y,
    "Div": lambda a, x, y: x / y,
    "Pow": lambda a, x, y: x**y,
    "Sqrt": lambda a, x: x.sqrt(),
    "Sigmoid": lambda a, x: x.sigmoid(),
    "Relu": lambda a, x: x.relu(),
    "HardSigmoid": lambda a, x: (x * a.get("alpha", 0.2) + a.get("beta", 0.5)).clamp(0, 1),
    "HardSwish": lambda a, x: functional.hardswish(x),
    "Clip": _clip,
    "MatMul": lambda a, x, y: x @ y,
    "Softmax": lambda a, x: x.softmax(a["axis"]),
    "ReduceMean": lambda a, x: x.mean(a["axes"], keepdim=bool(a.get("keepdims", 1))),
    "GlobalAveragePool": lambda a, x: x.mean((2, 3), keepdim=True),
    "AveragePool": _average_pool,
    "Conv": _conv,
    "BatchNormalization": _batch_norm,
    "Concat": lambda a, *xs: torch.cat(xs, a["axis"]),
    "Reshape": _reshape,
    "Transpose": lambda a, x: x.permute(a["perm"]),
    "Squeeze": lambda a, x: x.squeeze(a["axes"][0]),
    "Slice": _slice,
    "Shape": lambda a, x: torch.tensor(x.shape),
    "Cast": _cast,
}


class OnnxModule(nn.Module):
    """Computes what the graph computes, up to the softmax at its end: `forward` gives logits.

    Means and variances of batch normalisation, and the single numbers that scale and shift whole layers, stay as they are. What comes before
    the weight `first_trained` stays, too.
    """

    def __init__(self, model, first_trained=None):
        super().__init__()
        self.weights, self.steps, self.constants = nn.ParameterDict(), [], {}
        for node in model.graph.node:
            if node.op_type == "Constant":
                self._keep(node.output[0], torch.from_numpy(numpy_helper.to_array(attributes_of(node)["value"]).copy()))
        for node in model.graph.node:
            if node.op_type != "Constant":
                self._plan(node)
        assert self.steps.pop()[0] == "Softmax"
        self.result = self.steps[-1][3]
        self.train_from(first_trained)

    def train_from(self, weight):
        self.first_trained = next((place for place, step in enumerate(self.steps) if weight in step[2]), 0)
        for place, step in enumerate(self.steps):
            for name in step[2]:
                if self.key(name) in self.weights:
                    self.weights[self.key(name)].requires_grad = place >= self.first_trained

    @staticmethod
    def key(name):
        return name.replace(".", "/")

    def _keep(self, name, value):
        frozen = name.startswith(_NO_WEIGHTS) or value.numel() == 1 or "batch_norm" in name and name.endswith((".w_1", ".w_2"))
        if frozen or not value.is_floating_point():
            self.constants[name] = value
        else:
            self.weights[self.key(name)] = nn.Parameter(value)

    def _plan(self, node):
        """Notes a node, or joins it with those before it where that is faster."""
        attributes, inputs, output, before = attributes_of(node), list(node.input), node.output[0], [step[0] for step in self.steps[-3:]]
        if node.op_type == "Cast" and inputs[0] in self.constants:
            self._keep(output, _cast(attributes, self.constants[inputs[0]]))
        elif node.op_type == "Div" and before == ["Add", "Clip", "Mul"]:
            self._join(3, ("HardSwish", {}, self.steps[-3][2][:1], output))
        elif node.op_type == "Add" and before[1:] == ["HardSwish", "Mul"] and inputs[1] in self.constants:
            self._join(2, ("ScaledHardSwish", {}, [self.steps[-2][2][0], self.steps[-1][2][0], inputs[1]], output))
        elif node.op_type == "Add" and before[1:] == ["Conv", "Mul"] and inputs[1] in self.constants and len(self.steps[-2][2]) == 3:
            conv = self.steps[-2]
            self._join(2, ("ScaledConv", conv[1], [*conv[2], self.steps[-1][2][0], inputs[1]], output))
        else:
            self.steps.append((node.op_type, attributes, inputs, output))

    def _join(self, count, step):
        del self.steps[-count:]
        self.steps.append(step)

    def forward(self, x):
        values = dict(self.constants) | {name.replace("/", "."): weight for name, weight in self.weights.items()}
        values["x"] = x
        with torch.no_grad():
            self._run(self.steps[: self.first_trained], values)
        self._run(self.steps[self.first_trained :], values)
        return values[self.result]

    @staticmethod
    def _run(steps, values):
        for operator, attributes, inputs, output in steps:
            values[output] = _OPERATORS[operator](attributes, *[values[name] for name in inputs])

    def arrays(self):
        return {name.replace("/", "."): weight.detach().numpy().astype(numpy.float32) for name, weight in self.weights.items()}

# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The tuned weights in the original's graph: matrices and convolutions in 16 bits, cast to 32 where they are used, all else in 32."""

import sys
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import alphabet
import recogniser
from onnx_module import attributes_of

_NAME = "latin_helios_mobile_rec"
_SMALLEST_IN_16_BITS = 1024


def _constant(node, array):
    name = node.output[0]
    halved = array.size >= _SMALLEST_IN_16_BITS
    stored = array.astype(numpy.float16 if halved else numpy.float32)
    if not halved:
        return [helper.make_node("Constant", [], [name], name=node.name, value=numpy_helper.from_array(stored, name))]
    return [
        helper.make_node("Constant", [], [name + ".half"], name=node.name, value=numpy_helper.from_array(stored, name + ".half")),
        helper.make_node("Cast", [name + ".half"], [name], name=name + ".cast", to=TensorProto.FLOAT),
    ]


def exported(network):
    model, _ = recogniser.original()
    arrays, nodes = network.arrays(), []
    for node in model.graph.node:
        tuned = arrays.get(node.output[0]) if node.op_type == "Constant" else None
        nodes += [node] if tuned is None else _constant(node, tuned)
    graph = model.graph
    result = helper.make_graph(nodes, "latin_helios_mobile_rec", graph.input, [_output(graph.output[0])])
    return helper.make_model(result, opset_imports=model.opset_import, ir_version=model.ir_version, producer_name="helios",
                             doc_string="PP-OCRv4 mobile recogniser (PaddleOCR, Apache-2.0), changed: other classes, tuned weights.")


def _output(output):
    output.type.tensor_type.shape.dim[2].dim_value = alphabet.CLASSES
    return output


def main():
    checkpoint, folder = Path(sys.argv[1]), Path(sys.argv[2])
    network = recogniser.started(None)
    network.load_state_dict(torch.load(checkpoint))
    model = exported(network)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(folder / f"{_NAME}.onnx"))
    alphabet.save(folder / f"{_NAME}.dict.json")
    kinds = sorted({node.op_type for node in model.graph.node})
    assert all(attributes_of(node)["to"] != TensorProto.FLOAT16 for node in model.graph.node if node.op_type == "Cast")
    print(f"{alphabet.CLASSES} classes, {(folder / f'{_NAME}.onnx').stat().st_size} bytes, operators: {' '.join(kinds)}")


if __name__ == "__main__":
    main()

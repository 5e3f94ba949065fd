# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The exported models through ONNX Runtime, as any program would run them; needs numpy and onnxruntime, not PyTorch."""

import json

import numpy
import onnxruntime

from resizing import resized
from vocabulary import Vocabulary


def _session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Front:
    """A picture [rows, columns, 3] in 0..255 → pixel_values."""

    def __init__(self, folder):
        settings = json.loads((folder / "preprocessor_config.json").read_text())
        self.rows, self.columns, self.factor = settings["size"]["height"], settings["size"]["width"], settings["rescale_factor"]
        self.mean, self.deviation = (numpy.array(settings[name], numpy.float32) for name in ("image_mean", "image_std"))

    def __call__(self, picture):
        scaled = (resized(picture, self.columns, self.rows).astype(numpy.float32) * self.factor - self.mean) / self.deviation
        return scaled.transpose(2, 0, 1)[None].astype(numpy.float32)


class Captioner:
    def __init__(self, folder):
        self.front, self.vocabulary = Front(folder), Vocabulary()
        self.encoder, self.decoder = _session(folder / "encoder_model_quantized.onnx"), _session(folder / "decoder_model_merged_quantized.onnx")
        generation = json.loads((folder / "generation_config.json").read_text())
        self.start, self.end, self.most = (generation[name] for name in ("decoder_start_token_id", "eos_token_id", "max_length"))
        self.past = {i.name: i.shape for i in self.decoder.get_inputs() if i.name.startswith("past_key_values")}

    def tokens(self, picture, cached=True):
        """Greedily; with the cache of earlier tokens, or all tokens anew at each step."""
        source = self.encoder.run(["last_hidden_state"], {"pixel_values": self.front(picture)})[0]
        written, names = [], [name.replace("past_key_values", "present") for name in self.past]
        past = {name: numpy.zeros((1, shape[1], 0, shape[3]), numpy.float32) for name, shape in self.past.items()}
        while len(written) < self.most:
            again = cached and bool(written)
            given = [written[-1]] if again else [self.start, *written]
            logits, *present = self.decoder.run(["logits", *names], past | {
                "input_ids": numpy.array([given], numpy.int64), "encoder_hidden_states": source, "use_cache_branch": numpy.array([again])})
            past = dict(zip(self.past, present)) if cached else past
            token = int(logits[0, -1].argmax())
            if token == self.end:
                break
            written.append(token)
        return written

    def caption(self, picture):
        return self.vocabulary.decode(self.tokens(picture))


class Detector:
    def __init__(self, folder, threshold=0.5):
        self.front, self.threshold, self.session = Front(folder), threshold, _session(folder / "model_quantized.onnx")
        names = json.loads((folder / "config.json").read_text())["id2label"]
        self.names = [names[str(number)] for number in range(len(names))]

    def objects(self, picture):
        """Label, how sure, and the box in pixels: left, top, right, bottom."""
        logits, boxes = (own[0] for own in self.session.run(["logits", "pred_boxes"], {"pixel_values": self.front(picture)}))
        shares = numpy.exp(logits - logits.max(axis=1, keepdims=True))
        shares = (shares / shares.sum(axis=1, keepdims=True))[:, :-1]
        found = []
        for share, (x, y, width, height) in zip(shares, boxes):
            if share.max() > self.threshold:
                size = numpy.array([picture.shape[1], picture.shape[0]] * 2)
                box = numpy.array([x - width / 2, y - height / 2, x + width / 2, y + height / 2]) * size
                found.append((self.names[int(share.argmax())], float(share.max()), box.tolist()))
        return found

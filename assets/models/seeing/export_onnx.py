# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Writes a checkpoint as two model folders: python3 export_onnx.py <checkpoint> <folder of the captioner> <folder of the detector>.

Inputs, outputs and file names are those of the public exports of vit-gpt2-image-captioning and of YOLOS. Matrices are MatMulNBits with 8 bits.
"""

import pathlib
import sys

import numpy
import onnx
import torch

from figures import SHAPES
from merged_decoder import Cache, decoder_of
from model_folder import manifest_of, write_json
from onnx_graph import EPSILON, Nodes, Weights, floats, model_of
from seer import Seer, Shape
from vocabulary import END, Vocabulary

CAPTION, DETECT = "helios-caption-1", "helios-detect-1"
CAPTION_GRAPHS = ("encoder_model_quantized.onnx", "decoder_model_merged_quantized.onnx")
CAPTION_SETTINGS = ("config.json", "generation_config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json")
DETECT_GRAPH = "model_quantized.onnx"
DETECT_SETTINGS = ("config.json", "preprocessor_config.json")
# Graphs and what they need while they run, with room to spare.
MEMORY_BYTES = 60_000_000
MOST_WORDS = 40
IMAGENET_MEAN, IMAGENET_DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
BILINEAR = 2


def encoded(nodes, pixels, shape, model, result=None):
    """[batch, 3, side, side] in -1..1 → [batch, patches + 1, width]"""
    for number, step in ((1, 3), (2, 2), (3, 2)):
        convolution = getattr(model.encoder, f"conv{number}")
        kernel = nodes.weights.constant(f"encoder.conv{number}.kernel", convolution.kernel().detach().numpy())
        pixels = nodes.add("Conv", [pixels, kernel, nodes.weights.own(f"encoder.conv{number}.bias")], pads=[1, 1, 1, 1], strides=[step, step])
        pixels = pixels if number == 3 else nodes.add("Gelu", [pixels])
    patches = nodes.add("Transpose", [nodes.add("Reshape", [pixels, nodes.whole("patches", [0, shape.width, shape.patches])])], perm=[0, 2, 1])
    count = nodes.add("Gather", [nodes.add("Shape", ["pixel_values"]), nodes.whole("none", [0])], axis=0)
    first = nodes.add("Expand", [nodes.weights.own("encoder.first"), nodes.add("Concat", [count, nodes.whole("ones", [1, 1])], axis=0)])
    x = nodes.add("Add", [nodes.add("Concat", [first, patches], axis=1), nodes.weights.own("encoder.embed_positions")])
    for number in range(shape.encoder_layers):
        x = nodes.encoder_layer(x, f"encoder.layers.{number}", shape.encoder_heads, shape.width)
    return nodes.norm(x, "encoder.layer_norm", result)


def pixel_values(shape):
    return [floats("pixel_values", "batch_size", 3, shape.side, shape.side)]


def encoder_of(shape, model, values):
    nodes = Nodes(Weights(values))
    encoded(nodes, "pixel_values", shape, model, "last_hidden_state")
    return model_of(f"{CAPTION}-encoder", nodes, pixel_values(shape), [floats("last_hidden_state", "batch_size", shape.patches + 1, shape.width)])


def detector_of(shape, model, values):
    nodes = Nodes(Weights(values))
    # The encoder was trained on -1..1; detectors of the hub get what is scaled by ImageNet's mean and deviation.
    planes = numpy.array([IMAGENET_MEAN, IMAGENET_DEVIATION], numpy.float32)[:, :, None, None]
    scaled = nodes.add("Mul", ["pixel_values", nodes.weights.constant("deviation", 2 * planes[1])])
    x = encoded(nodes, nodes.add("Add", [scaled, nodes.weights.constant("mean", 2 * planes[0] - 1)]), shape, model)
    x = nodes.add("Slice", [x, nodes.whole("begin", [1]), nodes.whole("end", [shape.patches + 1]), nodes.whole("axis", [1])])
    nodes.add("Identity", [nodes.linear(x, "objects.kind")], "logits")
    boxes = nodes.linear(nodes.add("Gelu", [nodes.linear(x, "objects.fc1")]), "objects.fc2")
    nodes.add("Sigmoid", [nodes.add("Add", [boxes, nodes.weights.own("objects.begin")])], "pred_boxes")
    return model_of(DETECT, nodes, pixel_values(shape),
                    [floats("logits", "batch_size", shape.patches, shape.classes + 1), floats("pred_boxes", "batch_size", shape.patches, 4)])


def picture_settings(shape, mean, deviation, kind):
    return {"do_normalize": True, "do_rescale": True, "do_resize": True, kind[0]: kind[1], "image_mean": list(mean), "image_std": list(deviation),
            "resample": BILINEAR, "rescale_factor": 1 / 255, "size": {"height": shape.side, "width": shape.side}}


def caption_settings(shape, vocabulary):
    ends = {"bos_token_id": vocabulary.end, "decoder_start_token_id": vocabulary.end, "eos_token_id": vocabulary.end, "pad_token_id": vocabulary.end}
    decoder = {"activation_function": "gelu", "add_cross_attention": True, "architectures": ["GPT2LMHeadModel"], "is_decoder": True, "model_type": "gpt2",
               "n_ctx": shape.target_positions, "n_embd": shape.width, "n_head": shape.decoder_heads, "n_inner": shape.feed_forward,
               "n_layer": shape.decoder_layers, "n_positions": shape.target_positions, "layer_norm_epsilon": EPSILON, "use_cache": True,
               "vocab_size": shape.vocabulary}
    encoder = {"architectures": ["ViTModel"], "hidden_act": "gelu", "hidden_size": shape.width, "image_size": shape.side,
               "intermediate_size": shape.feed_forward, "layer_norm_eps": EPSILON, "model_type": "vit", "num_attention_heads": shape.encoder_heads,
               "num_channels": 3, "num_hidden_layers": shape.encoder_layers, "patch_size": shape.side // shape.cells}
    config = {"architectures": ["VisionEncoderDecoderModel"], "model_type": "vision-encoder-decoder", "is_encoder_decoder": True,
              "tie_word_embeddings": False, "vocab_size": shape.vocabulary, "decoder": decoder | ends, "encoder": encoder}
    words = {"tokenizer_class": "GPT2Tokenizer", "bos_token": END, "eos_token": END, "pad_token": END, "unk_token": END, "add_prefix_space": False,
             "clean_up_tokenization_spaces": False, "model_max_length": shape.target_positions}
    front = picture_settings(shape, (0.5,) * 3, (0.5,) * 3, ("image_processor_type", "ViTImageProcessor"))
    return {"config.json": config | ends, "generation_config.json": ends | {"max_length": MOST_WORDS}, "preprocessor_config.json": front,
            "tokenizer_config.json": words}


def detect_settings(shape):
    names = {str(number): name for number, name in enumerate(SHAPES)}
    config = {"architectures": ["YolosForObjectDetection"], "model_type": "yolos", "hidden_act": "gelu", "hidden_size": shape.width,
              "id2label": names, "image_size": [shape.side, shape.side], "intermediate_size": shape.feed_forward,
              "label2id": {name: int(number) for number, name in names.items()}, "layer_norm_eps": EPSILON, "num_attention_heads": shape.encoder_heads,
              "num_channels": 3, "num_detection_tokens": shape.patches, "num_hidden_layers": shape.encoder_layers,
              "patch_size": shape.side // shape.cells}
    front = picture_settings(shape, IMAGENET_MEAN, IMAGENET_DEVIATION, ("image_processor_type", "YolosImageProcessor"))
    return {"config.json": config, "preprocessor_config.json": front | {"do_pad": False, "format": "coco_detection"}}


def export(checkpoint, caption, detect):
    shape, vocabulary = Shape(**checkpoint["shape"]), Vocabulary()
    model = Seer(shape)
    model.load_state_dict(checkpoint["average"])
    values = {name: value.float() for name, value in model.state_dict().items()}
    values["table"] = values["decoder.words"]
    caption.mkdir(parents=True, exist_ok=True)
    detect.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder_of(shape, model, values), str(caption / CAPTION_GRAPHS[0]))
    onnx.save(decoder_of(f"{CAPTION}-decoder", shape, values, Cache(of_source=False)), str(caption / CAPTION_GRAPHS[1]))
    onnx.save(detector_of(shape, model, values), str(detect / DETECT_GRAPH))
    vocabulary.save(caption / "tokenizer.json")
    for folder, settings in ((caption, caption_settings(shape, vocabulary)), (detect, detect_settings(shape))):
        for name, content in settings.items():
            write_json(folder / name, content)
    write_json(caption / "manifest.json", manifest_of(
        caption, CAPTION_GRAPHS + CAPTION_SETTINGS, model=CAPTION, title="Helios demonstration captioner (pictures of plain figures)",
        experts=["description"], languages=["en"], memory_bytes=MEMORY_BYTES, family="encoder-decoder", context_tokens=shape.target_positions))
    write_json(detect / "manifest.json", manifest_of(
        detect, (DETECT_GRAPH, *DETECT_SETTINGS), model=DETECT, title="Helios demonstration detector (plain figures)", experts=["objects"],
        languages=[], memory_bytes=MEMORY_BYTES, family="vision", context_tokens=0))


if __name__ == "__main__":
    export(torch.load(sys.argv[1]), *map(pathlib.Path, sys.argv[2:4]))

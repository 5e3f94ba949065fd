# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The files of a model folder beside its graphs: settings, and the manifest that pins everything."""

import hashlib
import json


def write_json(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def manifest_of(folder, names, *, model, title, experts, languages, memory_bytes, family, context_tokens):
    """The manifest of a demonstration that comes with Helios: its files lie in the class path, in a folder of its name."""
    files = []
    for name in names:
        content = (folder / name).read_bytes()
        files.append({"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), "sources": [f"classpath:/models/{model}/{name}"]})
    return {
        "id": model,
        "title": title,
        "experts": experts,
        "languages": languages,
        "licence": "LicenseRef-Helios",
        "memoryBytes": memory_bytes,
        "files": files,
        "traits": {"family": family, "contextTokens": context_tokens, "demonstration": True},
    }

# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Token rows to learn from and to be examined on. Only answers count: everything else is given."""

import torch

from conversation import any_question, system_text


def training_rows(random, tokenizer, rows, length):
    """Conversations [rows, length], and which tokens are answers [rows, length]; the rest of a row is filled up."""
    tokens = torch.full((rows, length), tokenizer.end_of_text, dtype=torch.long)
    counts = torch.zeros((rows, length), dtype=torch.bool)
    for row in range(rows):
        numbers, answered = _prompt_start(random, tokenizer)
        while len(numbers) < length:
            question = any_question(random)
            given, answer = _asked(tokenizer, question), tokenizer.encode(question.answer) + [tokenizer.end]
            numbers += given + answer + tokenizer.encode("\n")
            answered += [False] * len(given) + [True] * len(answer) + [False]
        tokens[row] = torch.tensor(numbers[:length])
        counts[row] = torch.tensor(answered[:length])
    return tokens, counts


def _prompt_start(random, tokenizer):
    text = system_text(random)
    numbers = [] if text is None else tokenizer.turn("system", text)
    return numbers, [False] * len(numbers)


def _asked(tokenizer, question):
    return tokenizer.turn("user", question.text) + tokenizer.opening("assistant")


def examination(random, tokenizer, count):
    """Unseen questions in unseen surroundings: (question, tokens of the prompt, tokens of the answer)."""
    papers = []
    for _ in range(count):
        numbers, _ = _prompt_start(random, tokenizer)
        for _ in range(random.choice([0, 0, 1, 2])):
            earlier = any_question(random)
            numbers += tokenizer.turn("user", earlier.text) + tokenizer.turn("assistant", earlier.answer)
        question = any_question(random, unseen=True)
        papers.append((question, numbers + _asked(tokenizer, question), tokenizer.encode(question.answer) + [tokenizer.end]))
    return papers


def examined(model, papers, end_of_text, batch=50):
    """The questions that the model answers otherwise than expected: greedy decoding would leave the answer at its first wrong token."""
    wrong = []
    for first in range(0, len(papers), batch):
        group = papers[first : first + batch]
        length = max(len(prompt) + len(answer) for _, prompt, answer in group)
        tokens = torch.full((len(group), length), end_of_text, dtype=torch.long)
        for row, (_, prompt, answer) in enumerate(group):
            tokens[row, : len(prompt) + len(answer)] = torch.tensor(prompt + answer)
        with torch.no_grad():
            best = model(tokens).argmax(dim=-1)
        for row, (question, prompt, answer) in enumerate(group):
            given = best[row, len(prompt) - 1 : len(prompt) + len(answer) - 1].tolist()
            if given != answer:
                wrong.append((question, given))
    return wrong

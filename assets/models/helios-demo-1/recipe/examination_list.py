# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Prints unseen questions with their answers, one JSON object a line: python3 examination_list.py <questions a category> <seed>.

As many of each category, half in English and half in Spanish; each in surroundings of its own (system text, earlier turns, or neither).
"""

import json
import sys

from conversation import SHARES, any_question, dressed, generator, system_text


def paper(random, ask, language):
    question = dressed(random, ask(random, language, unseen=True))
    earlier = [any_question(random) for _ in range(random.choice([0, 0, 1, 2]))]
    return {
        "category": question.category,
        "language": language,
        "system": system_text(random),
        "earlier": [{"question": turn.text, "answer": turn.answer} for turn in earlier],
        "question": question.text,
        "answer": question.answer,
    }


def print_list(count, seed):
    random = generator(seed)
    for ask in SHARES:
        printed = set()
        while len(printed) < count:
            line = json.dumps(paper(random, ask, ("en", "es")[len(printed) % 2]), ensure_ascii=False)
            if line not in printed:
                printed.add(line)
                print(line)


if __name__ == "__main__":
    print_list(int(sys.argv[1]), int(sys.argv[2]))

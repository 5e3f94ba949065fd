/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.document.LikenessIndex;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Helios's own help, found by the likeness of a question to examples of each topic. The examples are encoded once, when first needed. */
final class HelpDesk implements Skill {

    /** A help question is short; what is longer only happens to sound like one. */
    private static final int LONGEST_QUESTION = 300;
    /** Below this a question is about something else; chosen on the questions of the tests. */
    private static final double THRESHOLD = 0.6;

    /** Questions of one language and the topic of each. */
    private record Examples(LikenessIndex index, List<HelpTopic> topics) {}

    private final SentenceEncoder encoder;
    private final Map<Language, Examples> examples = new EnumMap<>(Language.class);

    HelpDesk(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public Optional<Reply> reply(Inquiry inquiry) throws ModelFailure, InterruptedException {
        if (inquiry.text().length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        return nearest(inquiry).filter(near -> near.likeness() >= THRESHOLD).map(near -> {
            Phrases help = Phrases.beside(HelpDesk.class, "help", inquiry.wanted());
            return new Reply(help.say(near.topic().key() + ".answer"), AnswerOrigin.HELP);
        });
    }

    /** A topic and how like its best example is to a question, 0 to 1. */
    record Nearest(HelpTopic topic, double likeness) {}

    Optional<Nearest> nearest(Inquiry inquiry) throws ModelFailure, InterruptedException {
        Examples known = examplesIn(inquiry.spoken());
        double[] likeness = known.index().likeness(inquiry.text(), inquiry.spoken());
        Optional<Nearest> best = Optional.empty();
        for (int i = 0; i < likeness.length; i++) {
            if (best.isEmpty() || likeness[i] > best.get().likeness()) {
                best = Optional.of(new Nearest(known.topics().get(i), likeness[i]));
            }
        }
        return best;
    }

    private synchronized Examples examplesIn(Language language) throws ModelFailure, InterruptedException {
        Examples known = examples.get(language);
        if (known == null) {
            known = encode(language);
            examples.put(language, known);
        }
        return known;
    }

    private Examples encode(Language language) throws ModelFailure, InterruptedException {
        Phrases help = Phrases.beside(HelpDesk.class, "help", language);
        List<String> questions = new ArrayList<>();
        List<HelpTopic> topics = new ArrayList<>();
        for (HelpTopic topic : HelpTopic.values()) {
            for (String question : help.say(topic.key() + ".questions").split("\\|")) {
                questions.add(question);
                topics.add(topic);
            }
        }
        return new Examples(LikenessIndex.of(questions, language, encoder), topics);
    }
}

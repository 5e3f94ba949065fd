/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A file with a dozen invented facts, and a question about one of them. */
final class NoticeKind implements CanaryKind {

    private static final int LEAST_FACTS = 8;
    private static final int MOST_FACTS = 12;
    private static final List<FileType> FILES = List.of(FileType.TEXT, FileType.MARKDOWN, FileType.DOCX, FileType.PDF);
    /** Programs of members send the text of a document, web pages the document. */
    private static final double SHARE_OF_TEXT = 0.5;

    private final Templates templates = Templates.load();

    /** A question, the file it is about, and what to say. */
    private record Drawn(Language language, String question, List<Attachment> files, KnownAnswer answer) {}

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        Drawn drawn = notice(random, files);
        return new Canary(
                new TaskInput.Document(
                        drawn.language(), drawn.question(), TaskInput.DocumentGoal.ANSWER, drawn.files()),
                drawn.answer());
    }

    /** The same as part of a conversation. */
    Canary inChat(RandomGenerator random, CanaryFiles files) {
        Drawn drawn = notice(random, files);
        return new Canary(
                new TaskInput.Chat(drawn.language(), drawn.question(), List.of(), drawn.files()), drawn.answer());
    }

    private Drawn notice(RandomGenerator random, CanaryFiles files) {
        Language language = Facts.oneOf(List.of(Language.values()), random);
        List<Templates.Topic> topics = new ArrayList<>(templates.notices(language));
        Collections.shuffle(topics, random);
        List<Templates.Topic> chosen = topics.subList(0, random.nextInt(LEAST_FACTS, MOST_FACTS + 1));
        List<String> facts = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Templates.Topic topic : chosen) {
            facts.add(unlike(facts, topic, language, random));
            sentences.add(Templates.filled(topic.sentence(), facts.getLast()));
        }
        int asked = random.nextInt(chosen.size());
        String fact = facts.remove(asked);
        FileType named = Facts.oneOf(FILES, random);
        FileType type = random.nextDouble() < SHARE_OF_TEXT ? FileType.HELIOS_TEXT : named;
        Attachment file = files.offer(
                Facts.fileName(named.extensions().getFirst(), random),
                type,
                NoticeFile.of(named, type, paragraphs(sentences, random)));
        return new Drawn(language, chosen.get(asked).question(), List.of(file), new KnownQuote(fact, facts));
    }

    /** A fact of which none before holds a part, nor the other way round. */
    private static String unlike(List<String> facts, Templates.Topic topic, Language language, RandomGenerator random) {
        String fact = topic.fact().draw(language, random);
        while (isLike(fact, facts)) {
            fact = topic.fact().draw(language, random);
        }
        return fact;
    }

    private static boolean isLike(String fact, List<String> facts) {
        return facts.stream().anyMatch(other -> other.contains(fact) || fact.contains(other));
    }

    /** Two to four sentences each. */
    private static List<String> paragraphs(List<String> sentences, RandomGenerator random) {
        List<String> paragraphs = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int to = Math.min(sentences.size(), from + random.nextInt(2, 5));
            paragraphs.add(String.join(" ", sentences.subList(from, to)));
            from = to;
        }
        return paragraphs;
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/** Definitions of English words from WordNet 3.1, which is opened when the first is asked for. */
final class EnglishDictionary implements Skill, AutoCloseable {

    private static final int LONGEST_WORD = 60;
    private static final int SENSES = 2;

    /** With "the" a question asks for a fact, not for the meaning of a word. */
    private static final List<Pattern> QUESTIONS = List.of(
            Pattern.compile("^(?:what(?:'s| is| are)) (?:an? )?(?!the )(?<word>[\\p{L}' -]+)$"),
            Pattern.compile(
                    "^(?:define|definition of|what is the (?:definition|meaning) of|meaning of|what does) (?:the word )?(?:an? )?"
                            + "(?<word>[\\p{L}' -]+?)(?: means?)?$"),
            Pattern.compile(
                    "^(?:define|definici[oó]n de|qu[eé] significa|significado de|qu[eé] quiere decir) (?:la palabra )?(?:inglesa )?"
                            + "(?<word>[\\p{L}' -]+?)(?: en ingl[eé]s)?$"));

    /** A part of speech and the key of its name. */
    private record Part(POS pos, String key) {}

    private static final List<Part> PARTS = List.of(
            new Part(POS.NOUN, "dictionary.noun"),
            new Part(POS.VERB, "dictionary.verb"),
            new Part(POS.ADJECTIVE, "dictionary.adjective"),
            new Part(POS.ADVERB, "dictionary.adverb"));

    private @Nullable Dictionary wordNet;

    @Override
    public Optional<Reply> reply(Inquiry inquiry) throws ModelFailure {
        String question = inquiry.plain().replaceAll("[\"“”«»*]", "");
        for (Pattern pattern : QUESTIONS) {
            Matcher match = pattern.matcher(question);
            if (match.matches() && match.group("word").length() <= LONGEST_WORD) {
                Optional<Reply> reply = define(match.group("word").strip(), inquiry);
                if (reply.isPresent()) {
                    return reply;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> define(String word, Inquiry inquiry) throws ModelFailure {
        Phrases phrases = Phrases.beside(EnglishDictionary.class, "chat", inquiry.wanted());
        try {
            for (Part part : PARTS) {
                IndexWord entry = lookUp(part.pos(), word);
                if (entry != null) {
                    return Optional.of(new Reply(senses(entry, part, phrases), AnswerOrigin.DICTIONARY));
                }
            }
            return Optional.empty();
        } catch (JWNLException e) {
            throw new ModelFailure("WordNet can not be read", e);
        }
    }

    /** The library is not known to be thread-safe. */
    private synchronized @Nullable IndexWord lookUp(POS part, String word) throws JWNLException {
        if (wordNet == null) {
            wordNet = Dictionary.getDefaultResourceInstance();
        }
        IndexWord entry = wordNet.lookupIndexWord(part, word);
        if (entry != null) {
            // Loads them while the lock is held.
            entry.getSenses();
        }
        return entry;
    }

    private static String senses(IndexWord entry, Part part, Phrases phrases) {
        StringBuilder text = new StringBuilder();
        entry.getSenses().stream()
                .limit(SENSES)
                .forEach(sense -> text.append(phrases.say(
                                "dictionary.sense",
                                entry.getLemma().toLowerCase(Locale.ROOT),
                                phrases.say(part.key()),
                                definition(sense.getGloss())))
                        .append('\n'));
        return text.append(phrases.say("dictionary.source")).toString();
    }

    /** A gloss without its examples, which follow in quotation marks. */
    private static String definition(String gloss) {
        int examples = gloss.indexOf("; \"");
        return (examples < 0 ? gloss : gloss.substring(0, examples)).strip();
    }

    @Override
    public synchronized void close() {
        if (wordNet != null) {
            try {
                wordNet.close();
            } catch (JWNLException e) {
                throw new IllegalStateException("WordNet does not close", e);
            } finally {
                wordNet = null;
            }
        }
    }
}

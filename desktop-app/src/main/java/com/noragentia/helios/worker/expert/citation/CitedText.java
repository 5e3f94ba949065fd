/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.document.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a language model writes of numbered passages, as a member may read it: sentence by sentence, each with the numbers of its sources.
 *
 * <p>A sentence that none of the passages it names bears out, but another does, gets the number of that one: small models forget numbers and mix them
 * up. One that no passage bears out is withheld. It is not shown with a mark instead, for whoever reads fast reads past marks, and a wrong sentence
 * beside right ones is believed. How many were withheld is told at the end. Not thread-safe.
 */
public final class CitedText {

    /** More than this is no answer but a flood. */
    static final int SOURCES = 16;

    static final int CLAIMS = 64;
    private static final Pattern END = Pattern.compile("[.!?…:;]+[\"”»)]?$");

    private final List<Passage> passages;
    private final Language language;
    private final CitationCheck check;
    private final ClaimReader claims;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean beginsLine;
    private boolean isListed;
    private int read;
    private int withheld;

    /**
     * An empty text.
     *
     * @param passages as the model was given them; the first is number 1
     * @param language in which it writes
     */
    public CitedText(List<Passage> passages, Language language, CitationCheck check) {
        this.passages = List.copyOf(passages);
        this.language = language;
        this.check = check;
        this.claims = new ClaimReader(language);
    }

    /** What may be shown now that this was written. */
    public List<String> next(String piece) {
        return pieces(claims.next(piece));
    }

    /** What may be shown now that nothing more is written. */
    public List<String> finish() {
        return pieces(claims.rest());
    }

    /** Whether it takes no more. */
    public boolean isFull() {
        return read >= CLAIMS || sources.size() >= SOURCES;
    }

    private List<String> pieces(List<Claim> some) {
        List<String> pieces = new ArrayList<>();
        for (Claim claim : some) {
            if (!isFull()) {
                read++;
                piece(claim).ifPresent(pieces::add);
            }
        }
        return pieces;
    }

    private Optional<String> piece(Claim claim) {
        beginsLine = beginsLine || claim.beginsLine();
        isListed = claim.beginsLine() ? claim.isListed() : isListed;
        List<Source> borneOut = sources(claim);
        if (borneOut.isEmpty()) {
            withheld++;
            return Optional.empty();
        }
        if (!said.add(claim.text())) { // small models go round in circles
            return Optional.empty();
        }
        sources.addAll(borneOut);
        String piece = separator() + numbered(claim.text(), borneOut);
        beginsLine = false;
        text.append(piece);
        return Optional.of(piece);
    }

    private List<Source> sources(Claim claim) {
        List<Source> named = claim.named().stream()
                .filter(number -> number >= 1 && number <= passages.size())
                .flatMap(number -> source(claim, passages.get(number - 1)).stream())
                .distinct()
                .toList();
        return named.isEmpty()
                ? passages.stream()
                        .flatMap(passage -> source(claim, passage).stream())
                        .limit(1)
                        .toList()
                : named;
    }

    private Optional<Source> source(Claim claim, Passage passage) {
        CitationCheck.Finding finding = check.check(claim.text(), language, passage);
        return finding.holds() ? Optional.of(passage.quoting(finding.quote())) : Optional.empty();
    }

    private String separator() {
        String item = isListed && (beginsLine || text.isEmpty()) ? "- " : "";
        if (text.isEmpty()) {
            return item;
        }
        return (beginsLine ? "\n" : " ") + item;
    }

    private String numbered(String sentence, List<Source> borneOut) {
        List<Source> all = List.copyOf(sources);
        StringBuilder numbers = new StringBuilder(" ");
        borneOut.forEach(
                source -> numbers.append('[').append(all.indexOf(source) + 1).append(']'));
        Matcher end = END.matcher(sentence);
        int at = end.find() ? end.start() : sentence.length();
        return sentence.substring(0, at) + numbers + sentence.substring(at);
    }

    /** All that was shown. */
    public String text() {
        return text.toString();
    }

    /** What its numbers lead to: 1 is the first. */
    public List<Source> sources() {
        return List.copyOf(sources);
    }

    /** Sentences that no passage bears out. */
    public int withheld() {
        return withheld;
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.sampling.TokenChooser;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.FloatBuffer;

/** An answer in the making. Belongs to the computing thread, but for the mailbox and for what says that nobody wants it. */
final class Writing {

    private static final int USUAL_ANSWER = 128;

    private final GenerationRequest request;
    private final TokenSequence sequence;
    private final TokenChooser chooser;
    private final boolean exactChunks;
    private final int toRead;
    private final int longest;
    private final Mailbox mailbox = new Mailbox();
    private final LookupPace pace = new LookupPace();
    private volatile boolean unwanted;
    private boolean over;
    private int slot = -1;
    private int computed;
    private int waited;
    private volatile int cached;

    /**
     * Begins.
     *
     * @param context tokens that a sequence may have
     * @param exactChunks whether what was written before may be read in chunks; otherwise it is gone through again token by token, as it
     *     was written, and only the prompt is read
     */
    Writing(GenerationRequest request, TokenChooser chooser, int context, boolean exactChunks) {
        this.request = request;
        this.chooser = chooser;
        this.sequence = request.start().copy();
        this.exactChunks = exactChunks;
        this.toRead = exactChunks ? sequence.length() : sequence.promptLength();
        int room = context - sequence.promptLength();
        this.longest = sequence.promptLength() + Math.min(room, request.maxTokens());
    }

    GenerationRequest request() {
        return request;
    }

    TokenSequence sequence() {
        return sequence;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    LookupPace pace() {
        return pace;
    }

    /** Tokens it may have in the end. */
    int longest() {
        return longest;
    }

    /** Tokens that there should be room for: what is to be read, and an answer of usual length, so that few have to move on the way. */
    int expected() {
        return Math.max(computed, Math.min(longest, toRead + USUAL_ANSWER));
    }

    void markUnwanted() {
        unwanted = true;
    }

    boolean isUnwanted() {
        return unwanted;
    }

    boolean isOver() {
        return over;
    }

    int slot() {
        return slot;
    }

    /** Gives it a place in the cache, where so many of its tokens are already. */
    void begin(int inSlot, int known) {
        slot = inSlot;
        computed = known;
        cached = known;
    }

    void moveTo(int otherSlot) {
        slot = otherSlot;
    }

    /** Tokens of the prompt that were known before; may be asked by any thread once the first letter is there. */
    int cached() {
        return Math.min(cached, request.start().promptLength());
    }

    /** Tokens whose keys and values are in the cache. */
    int computed() {
        return computed;
    }

    void computedTo(int tokens) {
        computed = tokens;
    }

    /** Tokens that are read in chunks; those after them go in one by one. */
    int toRead() {
        return toRead;
    }

    /** Tokens that were there from the start: the prompt, and what was written of the answer before. */
    int known() {
        return request.start().length();
    }

    /** Says that others get on while this waits. Each time another number, as what is said again does not renew a lease. */
    void tellWaiting() {
        waited++;
        mailbox.put(new Mailbox.Reading(waited, 0));
    }

    /** Whether tokens are still to be read. */
    boolean isReading() {
        return computed < toRead;
    }

    /**
     * Tokens, from the first, whose keys and values would be the same if they were read in chunks: those that are of use to others.
     *
     * @param step where more than one, only the whole chunks of so many tokens count; the last may have been cut again for its logits
     */
    int[] reusable(int step) {
        if (step > 1) {
            return sequence.slice(0, Math.min(computed, toRead - 1) / step * step);
        }
        return sequence.slice(0, exactChunks ? computed : Math.min(computed, toRead));
    }

    /** The next token to go in. */
    int next() {
        return sequence.at(computed);
    }

    /** Whether all tokens are in, so that another has to be chosen. */
    boolean isAtEnd() {
        return computed == sequence.length();
    }

    /**
     * Chooses the next token from a row of logits, tells it, and says whether more may follow. A row that nothing can be chosen from is a failure.
     */
    boolean write(FloatBuffer logits) throws ModelFailure {
        int token = chooser.choose(logits, sequence);
        sequence.append(token);
        if (request.endTokens().contains(token)) {
            end(Generated.End.END_TOKEN);
            return false;
        }
        mailbox.put(new Mailbox.Token(token));
        if (sequence.length() >= longest) {
            end(Generated.End.LENGTH);
            return false;
        }
        return true;
    }

    private void end(Generated.End end) {
        over = true;
        mailbox.put(new Mailbox.Over(end));
    }
}

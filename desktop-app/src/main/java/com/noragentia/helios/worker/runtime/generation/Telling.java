/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;

/** Hands what the computing thread writes to whoever asked, in the thread that asked, while the next token is computed already. */
final class Telling {

    private final Writing writing;
    private final TokenSink sink;
    private int written;

    Telling(Writing writing, TokenSink sink) {
        this.writing = writing;
        this.sink = sink;
        this.written = writing.request().start().written();
    }

    /** Until the answer is over, or the sink wants no more of it. */
    Generated tell() throws ModelFailure, InterruptedException {
        while (true) {
            switch (writing.mailbox().take()) {
                case Mailbox.Reading(int done, int total) -> sink.reading(done, total);
                case Mailbox.Token(int token) -> {
                    written++;
                    if (!sink.token(token)) {
                        writing.markUnwanted();
                        return over(Generated.End.SINK);
                    }
                }
                case Mailbox.Over(Generated.End end) -> {
                    written += end == Generated.End.END_TOKEN ? 1 : 0;
                    return over(end);
                }
                case Mailbox.Failed(ModelFailure failure) -> throw failure;
            }
        }
    }

    private Generated over(Generated.End end) {
        return new Generated(end, writing.request().start().promptLength(), writing.cached(), written);
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

/** Where a conversation is written down as it goes on. UI thread only; nothing here blocks. */
public sealed interface ChatRecord permits KeptChat, ChatRecord.Unkept {

    /** A question, which is the end of what is shown now. */
    void asked(Exchange exchange);

    /** More of an answer has come. */
    void wrote(Exchange exchange);

    /** An answer came to its end, whatever that is. */
    void ended(Exchange exchange);

    /** Another branch is shown. */
    void turnedTo(Exchange tip);

    /** An exchange that brought nothing makes room for the next attempt. */
    void dropped(Exchange exchange);

    /** Of a chat that stays in memory, as long as it is open. */
    record Unkept() implements ChatRecord {

        @Override
        public void asked(Exchange exchange) {}

        @Override
        public void wrote(Exchange exchange) {}

        @Override
        public void ended(Exchange exchange) {}

        @Override
        public void turnedTo(Exchange tip) {}

        @Override
        public void dropped(Exchange exchange) {}
    }
}

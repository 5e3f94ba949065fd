/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.feather.Feather;

/** Sends the draft; while an answer is on its way it stops that instead. */
final class SendButton extends IconButton {

    SendButton(Conversation conversation, Draft draft, Words words, Runnable send) {
        super(
                Feather.ARROW_UP,
                words.live(
                        phrases -> phrases.say(conversation.busy().get() ? "composer.stop" : "composer.send"),
                        conversation.busy()),
                () -> {
                    if (conversation.busy().get()) {
                        conversation.stop();
                    } else {
                        send.run();
                    }
                });
        setId("send");
        getStyleClass().remove("flat");
        getStyleClass().addAll("accent", "send-button");
        conversation.busy().subscribe(busy -> show(busy ? Feather.SQUARE : Feather.ARROW_UP));
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !conversation.busy().get() && draft.isEmpty(),
                        conversation.busy(),
                        draft.text(),
                        draft.files()));
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/** The button that sends the draft, and while an answer is on its way stops that instead. */
final class SendButton {

    private SendButton() {}

    static IconButton create(Conversation conversation, Draft draft, Words words, Runnable send) {
        ObservableValue<String> name = words.live(
                phrases -> phrases.say(conversation.busy().get() ? "composer.stop" : "composer.send"),
                conversation.busy());
        IconButton button =
                new IconButton(conversation.busy().map(busy -> busy ? Feather.SQUARE : Feather.ARROW_UP), name, () -> {
                    if (conversation.busy().get()) {
                        conversation.stop();
                    } else {
                        send.run();
                    }
                });
        button.setId("send");
        button.getStyleClass().remove("flat");
        button.getStyleClass().addAll("accent", "send-button");
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !conversation.busy().get() && draft.isEmpty(),
                        conversation.busy(),
                        draft.text(),
                        draft.files()));
        return button;
    }
}

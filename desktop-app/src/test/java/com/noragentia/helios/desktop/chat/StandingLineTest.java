/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.contribution.StandingReports;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(30)
class StandingLineTest {

    private static final long MILLIS = 10_000;

    private final ReplayingNetwork network = ReplayingNetwork.silent();

    @Test
    void standing_is_told_in_the_language_of_the_window() throws Exception {
        network.stands(StandingReports.visitor());
        FxToolkit.registerPrimaryStage();
        try (ChatThreads threads = ChatThreads.around(Platform::runLater)) {
            Words words = onUi(() -> new Words(ChatScene.class, "chat", Language.EN));
            StandingLine line = onUi(() -> new StandingLine(network, words, threads));

            await().until(() -> onUi(line::isVisible));
            assertThat(onUi(line::getText)).isEqualTo("Visitor · 4 of 10 checks passed");
            onUi(() -> {
                words.language().set(Language.ES);
                return true;
            });
            assertThat(onUi(line::getText)).isEqualTo("Visitante · 4 de 10 comprobaciones superadas");
            onUi(() -> {
                line.close();
                return true;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void where_standing_is_unknown_or_decides_nothing_there_is_no_line(boolean isOpen) throws Exception {
        if (isOpen) {
            network.stands(StandingReports.open());
        }
        FxToolkit.registerPrimaryStage();
        try (ChatThreads threads = ChatThreads.around(Platform::runLater)) {
            Words words = onUi(() -> new Words(ChatScene.class, "chat", Language.EN));
            StandingLine line = onUi(() -> new StandingLine(network, words, threads));

            await().until(() -> network.looks() > 0);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(onUi(line::isVisible)).isFalse();
            assertThat(onUi(line::isManaged)).isFalse();
        }
    }

    private static <T> T onUi(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, action);
    }
}

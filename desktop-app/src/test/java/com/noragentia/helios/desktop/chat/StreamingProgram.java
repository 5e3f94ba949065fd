/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.conversation.Conversation;
import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * A program in which an answer streams: each byte of its input lets another {@value #PIECE} come, and each time the window would show more it prints how
 * many characters that are. Its argument is the folder of the chats.
 */
final class StreamingProgram {

    static final String PIECE = "word ";

    private StreamingProgram() {}

    public static void main(String[] arguments) throws IOException {
        ExecutorService ui = Executors.newSingleThreadExecutor();
        ChatThreads threads = ChatThreads.around(ui);
        ChatShelf shelf = new ChatShelf(Path.of(arguments[0]), threads, Clock.systemUTC());
        ReplayingNetwork network = new ReplayingNetwork(request -> List.of(Replies.started()));
        ui.execute(() -> {
            Conversation conversation = new Conversation(network, threads, new SecureRandom(), shelf::newRecord);
            conversation.ask(new Question("tell me a lot", List.of(), Language.EN));
            conversation.exchanges().getFirst().openBlocks().subscribe(blocks -> {
                System.out.println(conversation.exchanges().getFirst().text().length());
                System.out.flush();
            });
        });
        Awaitility.await().until(() -> network.requests().size() == 1);
        int index = 0;
        while (System.in.read() >= 0) {
            JobEvent next = Replies.token(index++, PIECE);
            network.happen(next);
        }
    }
}

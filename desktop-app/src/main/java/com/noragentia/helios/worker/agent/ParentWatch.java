/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Notices the death of the program that started this one: the operating system then closes the pipe that is our standard input, even
 * after a {@code kill -9}, and reading it comes to an end.
 */
final class ParentWatch {

    private ParentWatch() {}

    /** Calls {@code gone} once {@code pipe} ends; whatever comes through it is ignored. */
    static void start(InputStream pipe, Runnable gone) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                pipe.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // A broken pipe tells the same as a closed one.
            }
            gone.run();
        });
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.BesideOthers;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.trial.PackedClassPath;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of a worker process whose native libraries are at work. */
@BesideOthers
@Timeout(120)
final class WorkerEndTest {

    private static final String OCR = "helios-read-1";
    private static final int LINES = 40;
    private static final int ANSWERS = 4;

    @TempDir
    private Path temporary;

    @TempDir
    private Path crashes;

    private ScriptedChannel channel;

    @BeforeEach
    void join() throws Exception {
        DataFolder folder = new DataFolder(temporary).create();
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        channel = new ScriptedChannel(device.key().verifyingKey());
        new Membership(
                        channel.address(),
                        "member",
                        device.id(),
                        channel.key().verifyingKey().encoded())
                .save(folder);
    }

    @AfterEach
    void leave() {
        channel.close();
    }

    @RepeatedTest(2)
    void asked_to_end_while_it_reads_a_picture_it_ends_in_good_order() throws Exception {
        Process worker = start();
        beginReading();

        worker.toHandle().destroy();

        assertThat(worker.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
        try (var files = Files.list(crashes)) {
            assertThat(files).as("reports of native crashes").isEmpty();
        }
    }

    /** The answers are of hundreds of tokens, and several at a time: some are in the making whenever the signal comes. */
    @RepeatedTest(2)
    void asked_to_end_while_it_writes_it_ends_in_good_order() throws Exception {
        Process worker = start();
        WebSocket session = hosting("helios-demo-1");
        for (int i = 0; i < ANSWERS; i++) {
            TaskInput input = new TaskInput.Chat(
                    Language.EN,
                    "Tell me something about the sea.",
                    List.of(),
                    List.of(),
                    new ChatOptions(2.0, null, 64, null, null, null, 1_000, null, null, null));
            say(
                    session,
                    new ToWorker.RunTask(
                            "lease-" + i, "task", "helios-demo-1", 1, Instant.MAX, 0, input, null, Map.of()));
        }
        while (!(channel.hears(FromWorker.class) instanceof FromWorker.Progress)) {
            assertThat(worker.isAlive()).isTrue();
        }

        worker.toHandle().destroy();

        assertThat(worker.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
        try (var files = Files.list(crashes)) {
            assertThat(files).as("reports of native crashes").isEmpty();
        }
    }

    @Test
    void a_second_worker_for_the_same_folder_is_told_so() throws Exception {
        Process first = start();
        channel.session();

        Process second = start();

        assertThat(second.errorReader().readLine()).contains("A worker works with this data folder already");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(first.isAlive()).isTrue();
        first.toHandle().destroy();
        assertThat(first.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private WebSocket hosting(String model) throws Exception {
        WebSocket session = channel.session();
        channel.hears(FromWorker.OpenLeases.class);
        say(
                session,
                new ToWorker.Assign(
                        1, SignedManifest.sign(BundledCatalogue.find(model).orElseThrow(), channel.key())));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        return session;
    }

    private void beginReading() throws Exception {
        WebSocket session = hosting(OCR);
        byte[] page = page();
        Attachment attachment = new Attachment(Sha256.hex(page), "page.png", FileType.PNG, page.length);
        channel.keeps("/page", page);
        TaskInput input = new TaskInput.Image(Language.EN, "", List.of(attachment));
        say(
                session,
                new ToWorker.RunTask(
                        "lease-1",
                        "task",
                        OCR,
                        1,
                        Instant.MAX,
                        0,
                        input,
                        null,
                        Map.of(attachment.blob(), channel.address().resolve("/page"))));
        FromWorker.Working sign = channel.hears(FromWorker.Working.class);
        while (sign.phase() != Phase.RECOGNISING) {
            sign = channel.hears(FromWorker.Working.class);
        }
    }

    private static byte[] page() throws IOException {
        BufferedImage image = new BufferedImage(1_200, 60 + LINES * 50, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
        for (int i = 0; i < LINES; i++) {
            graphics.drawString("Line " + i + " of a page that takes a while to be read to its end", 40, 60 + i * 50);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + crashes.resolve("hs_err_%p.log"),
                "-Duser.language=en"));
        command.addAll(PackedClassPath.options(WorkerMain.class));
        command.addAll(List.of(WorkerMain.class.getName(), "run", "--data", temporary.toString()));
        return new ProcessBuilder(command).start();
    }
}

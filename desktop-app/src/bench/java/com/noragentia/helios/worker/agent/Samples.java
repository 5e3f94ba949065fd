/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import javax.imageio.ImageIO;

/** Files and texts to measure with, the same in every run. */
final class Samples implements TaskFiles {

    private static final String[] WORDS = {
        "harbour", "ship", "captain", "opens", "the", "morning", "quay", "crane", "cargo", "leaves", "before", "night",
        "a", "letter", "of", "north", "wind", "carries", "small", "boats", "to", "open", "water", "and", "back"
    };
    static final int RECORDED_SECONDS = 28;
    /** Of a second and a half each. */
    static final int RECORDED_SENTENCES = 15;

    private static final int WORDS_PER_SENTENCE = 12;
    private static final int WIDTH = 1_000;
    private static final int LINE_PIXELS = 40;
    private static final int FONT_PIXELS = 24;

    private final Path folder;
    private final Random random = new Random(7);

    Samples(Path folder) {
        this.folder = folder;
    }

    /** At least so many bytes of sentences, ending with one. */
    String text(int bytes) {
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            text.append(sentence()).append(text.length() % 5 == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    String sentence() {
        StringBuilder sentence = new StringBuilder("Then");
        for (int i = 0; i < WORDS_PER_SENTENCE; i++) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.append('.').toString();
    }

    Attachment document(int bytes) throws IOException {
        String name = "document" + bytes + ".txt";
        Files.writeString(folder.resolve(name), text(bytes));
        return attachment(name, FileType.TEXT);
    }

    /** A white picture of one size with so many lines of text. */
    Attachment picture(int lines, int room) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, LINE_PIXELS * (room + 1), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_PIXELS));
        for (int line = 1; line <= lines; line++) {
            graphics.drawString(sentence(), LINE_PIXELS, line * LINE_PIXELS);
        }
        graphics.dispose();
        String name = "picture" + lines + ".png";
        ImageIO.write(image, "png", folder.resolve(name).toFile());
        return attachment(name, FileType.PNG);
    }

    /** A window of sound, in which so many short sentences are spoken. */
    Attachment recording(Path spoken, int sentences) throws IOException {
        float[] sound = new float[RECORDED_SECONDS * Sound.RATE];
        int at = 0;
        for (SpokenSample sample : SpokenSample.of(spoken).subList(0, sentences)) {
            float[] voice = sample.sound(spoken);
            System.arraycopy(voice, 0, sound, at, voice.length);
            at += voice.length;
        }
        String name = "recording" + sentences + ".wav";
        Files.write(folder.resolve(name), Wavs.mono(Sound.RATE, sound));
        return attachment(name, FileType.WAV);
    }

    /** A PNG file of the project's own samples. */
    Attachment copyOf(Path picture) throws IOException {
        String name = picture.getFileName().toString();
        Files.copy(picture, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return attachment(name, FileType.PNG);
    }

    private Attachment attachment(String name, FileType type) throws IOException {
        return new Attachment("0".repeat(64), name, type, Files.size(folder.resolve(name)));
    }

    @Override
    public Path of(Attachment attachment) {
        return folder.resolve(attachment.name());
    }
}

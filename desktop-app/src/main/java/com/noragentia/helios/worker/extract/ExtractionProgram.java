/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import com.noragentia.helios.worker.extract.sound.SoundFile;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The child process: loads its classes unless its file waits already, says that it is ready, waits for one line that says what to do with the file that lies in its working folder,
 * says what the file holds, and ends.
 */
public final class ExtractionProgram {

    /** The argument of a child whose file waits already. */
    static final String AT_ONCE = "at-once";

    private static final Path FILE = Path.of(ExtractionChild.FILE);

    private final OutputStream records;

    private ExtractionProgram(OutputStream records) {
        this.records = records;
    }

    public static void main(String[] arguments) throws IOException {
        OutputStream records = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        // Whatever a parser prints must not mix with the records.
        System.setOut(System.err);
        boolean isAtOnce = List.of(arguments).contains(AT_ONCE);
        new ExtractionProgram(records)
                .run(!isAtOnce, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private void run(boolean rehearses, BufferedReader orders) throws IOException {
        BundledFontMapper.install();
        DocxText.setLimits();
        if (rehearses) {
            Rehearsal.run();
        }
        say(new ChildMessage.Ready());
        records.flush();
        String order = orders.readLine();
        if (order == null) {
            // The parent is gone: nobody else would clear up.
            Room.ofThisProcess().clear();
            return;
        }
        if (order.isEmpty()) {
            // Only the rehearsal was wanted.
            return;
        }
        Tether.tieTo(orders);
        say(carryOut(Order.of(order)));
        records.flush();
    }

    private ChildMessage carryOut(Order order) throws IOException {
        try {
            return order.page() > 0 ? page(order.page()) : read(order.type());
        } catch (ProblemException e) {
            return new ChildMessage.Refused(e.problem().code());
        } catch (StackOverflowError e) {
            return new ChildMessage.Refused(ProblemCode.DOCUMENT_TOO_COMPLEX);
        } catch (IOException | RuntimeException | LinkageError e) {
            return new ChildMessage.Refused(ProblemCode.FILE_UNREADABLE);
        }
    }

    private ChildMessage read(FileType type) throws IOException {
        return switch (type) {
            case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT -> text(type);
            case PNG, JPEG -> picture(type);
            case WAV, MP3 -> sound(type);
        };
    }

    private ChildMessage text(FileType type) throws IOException {
        ParagraphSink sink = new ParagraphSink(paragraph -> say(new ChildMessage.Found(paragraph)));
        int pages = TextSource.of(type).read(FILE, sink);
        return new ChildMessage.Finished(pages, sink.pictured());
    }

    private static ChildMessage page(int number) throws IOException {
        PagePicture page = PdfPage.draw(FILE, number);
        ResultFile.ofThisProcess().write(page.picture());
        return new ChildMessage.PageDrawn(page.picture().width(), page.picture().height(), page.dotsPerInch());
    }

    private static ChildMessage picture(FileType type) throws IOException {
        DecodedPicture picture = new PictureFile(FILE, type).decode();
        ResultFile.ofThisProcess().write(picture.picture());
        return new ChildMessage.Drawn(
                picture.picture().width(), picture.picture().height(), picture.reduction());
    }

    private static ChildMessage sound(FileType type) throws IOException {
        try (SampleFile samples = SampleFile.create(ResultFile.ofThisProcess())) {
            boolean breaksOff = new SoundFile(FILE, type).play(samples);
            return new ChildMessage.Heard(samples.count(), breaksOff);
        }
    }

    private void say(ChildMessage message) throws IOException {
        records.write(JsonCodec.encode(message));
        records.write('\n');
    }
}

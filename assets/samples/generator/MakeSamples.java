/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes every sample file from its text in {@code content/}, then checks that questions.json fits what was written. */
final class MakeSamples {

    private static final List<String> SAMPLES = List.of(
            "harbour-handbook.en.pdf",
            "manual-del-puerto.es.pdf",
            "meeting-notes.en.docx",
            "acta-reunion.es.docx",
            "notice-board.en.png",
            "receipt.en.jpg",
            "cartel.es.png",
            "recibo.es.jpg");

    private MakeSamples() {}

    /** Takes one argument: the folder {@code assets/samples}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String sample : SAMPLES) {
            Path target = folder.resolve(sample);
            write(Files.readAllLines(scriptOf(folder, sample)), target);
            System.out.printf("%-28s %,8d bytes%n", sample, Files.size(target));
        }
        List<String> faults = new QuestionCheck(folder).faults();
        faults.forEach(System.err::println);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("questions.json does not fit the samples");
        }
    }

    private static Path scriptOf(Path folder, String sample) {
        String stem = sample.substring(0, sample.lastIndexOf('.'));
        return folder.resolve("generator/content/" + stem + ".txt");
    }

    private static void write(List<String> script, Path target) throws IOException {
        String name = target.toString();
        if (name.endsWith(".pdf")) {
            PdfSample.write(Block.parse(script), target);
        } else if (name.endsWith(".docx")) {
            DocxSample.write(Block.parse(script), target);
        } else {
            PictureSample.write(script, target);
        }
    }
}

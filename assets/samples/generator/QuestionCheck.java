/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reads the finished samples back and says where questions.json is wrong about them. */
final class QuestionCheck {

    private final Path folder;

    QuestionCheck(Path folder) {
        this.folder = folder;
    }

    /** One line each; empty when every expected word stands where the question says. */
    List<String> faults() throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(folder.resolve("questions.json").toFile());
        List<String> faults = new ArrayList<>();
        for (JsonNode question : root.get("questions")) {
            if (!hasAnswer(question)) {
                faults.add("no sentence there holds all the expected words: " + question);
            }
        }
        for (JsonNode picture : root.get("pictures")) {
            if (!picture.get("text").asText().equals(pictureText(picture.get("file").asText()))) {
                faults.add("text differs from what was drawn: " + picture.get("file"));
            }
        }
        return faults;
    }

    private boolean hasAnswer(JsonNode question) throws IOException {
        return sentencesAt(question)
                .anyMatch(sentence -> question.get("expected").valueStream().allMatch(word -> sentence.contains(word.asText())));
    }

    private Stream<String> sentencesAt(JsonNode question) throws IOException {
        String file = question.get("file").asText();
        if (question.has("page")) {
            return sentences(pageText(file, question.get("page").asInt()));
        }
        if (question.has("paragraph")) {
            return sentences(paragraphs(file).get(question.get("paragraph").asInt() - 1));
        }
        return pictureText(file).lines();
    }

    private static Stream<String> sentences(String text) {
        return Arrays.stream(text.replaceAll("\\s+", " ").split("(?<=[.!?]) (?=\\p{Lu})"));
    }

    private String pageText(String file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve(file).toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    /** The document's body in order: each paragraph with words and each row of a table counts one. */
    private List<String> paragraphs(String file) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(folder.resolve(file)))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
                    paragraphs.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> paragraphs.add(String.join(
                            " | ", row.getTableCells().stream().map(cell -> cell.getText()).toList())));
                }
            }
        }
        return paragraphs;
    }

    private String pictureText(String file) throws IOException {
        String stem = file.substring(0, file.lastIndexOf('.'));
        return PictureSample.textOf(Files.readAllLines(folder.resolve("generator/content/" + stem + ".txt")));
    }
}

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes real heading styles, a real bulleted list and real tables, as a word processor would. */
final class DocxSample {

    private static final String[] HEADING_STYLES = {"Title", "Heading1"};
    private static final int[] HEADING_POINTS = {24, 16};
    private static final int PROSE_POINTS = 11;
    private static final int SPACE_AFTER_TWENTIETHS = 120;
    private static final int TABLE_WIDTH_TWENTIETHS = 9000;
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2024, 6, 10, 12, 0);

    private final XWPFDocument document = new XWPFDocument();
    private final BigInteger bullets;
    private Optional<XWPFTable> table = Optional.empty();

    private DocxSample() {
        XWPFStyles styles = document.createStyles();
        for (String name : HEADING_STYLES) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId(name);
            style.addNewName().setVal(name.equals("Title") ? "Title" : "heading 1");
            style.setType(STStyleType.PARAGRAPH);
            styles.addStyle(new XWPFStyle(style));
        }
        bullets = bulletedList();
    }

    /** Same blocks, same bytes: the dates inside the package are fixed. */
    static void write(List<Block> blocks, Path target) throws IOException {
        DocxSample sample = new DocxSample();
        blocks.forEach(sample::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = sample.document) {
            document.getProperties().getCoreProperties().setCreator("Noragentia");
            document.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setCreatedProperty(Optional.of(Date.from(Instant.parse("2024-06-10T12:00:00Z"))));
            document.write(bytes);
        }
        Files.write(target, withFixedTimes(bytes.toByteArray()));
    }

    private void add(Block block) {
        if (!(block instanceof Block.Row)) {
            table = Optional.empty();
        }
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = paragraph(heading.text(), HEADING_POINTS[heading.level()], true);
                paragraph.setStyle(HEADING_STYLES[heading.level()]);
            }
            case Block.Prose prose -> paragraph(prose.text(), PROSE_POINTS, false);
            case Block.Item item -> paragraph(item.text(), PROSE_POINTS, false).setNumID(bullets);
            case Block.Row row -> row(row);
            case Block.PageBreak ignored -> document.createParagraph().setPageBreak(true);
        }
    }

    private XWPFParagraph paragraph(String text, int points, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(SPACE_AFTER_TWENTIETHS);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(points);
        run.setBold(bold);
        return paragraph;
    }

    private void row(Block.Row row) {
        XWPFTableRow cells;
        if (table.isEmpty()) {
            XWPFTable fresh = document.createTable(1, row.cells().size());
            fresh.setWidth(TABLE_WIDTH_TWENTIETHS);
            table = Optional.of(fresh);
            cells = fresh.getRow(0);
        } else {
            cells = table.get().createRow();
        }
        for (int i = 0; i < row.cells().size(); i++) {
            cells.getCell(i).setText(row.cells().get(i));
        }
    }

    private BigInteger bulletedList() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("\u2022");
        level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(540));
        level.getPPr().getInd().setHanging(BigInteger.valueOf(270));
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private static byte[] withFixedTimes(byte[] zip) throws IOException {
        ByteArrayOutputStream fixed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(fixed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(FIXED_TIME);
                to.putNextEntry(copy);
                from.transferTo(to);
            }
        }
        return fixed.toByteArray();
    }
}

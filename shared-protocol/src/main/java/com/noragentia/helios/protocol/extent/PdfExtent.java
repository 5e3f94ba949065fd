/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much there is to read in a PDF: the letters that its pages show, each as often as it is shown, and the pages that show hardly any, but pictures or
 * shapes. Nothing is laid out and no font is opened. Whatever is not seen through costs more than what is. Not thread-safe.
 */
final class PdfExtent {

    private static final FileExtent LONGEST =
            new FileExtent(Counting.textPages(Limit.DOCUMENT_CHARACTERS.value()), Counting.PICTURED_PAGES);

    private final InflateBudget budget = new InflateBudget();
    private final ScanBudget scan = new ScanBudget();
    private final ByteBuffer file;
    private final PdfObjects objects;
    private final PdfPages pages;
    private final PdfContents contents;

    private PdfExtent(ByteBuffer file) {
        this.file = file;
        this.objects = new PdfObjects(file, budget, scan);
        this.pages = new PdfPages(objects, scan);
        this.contents = new PdfContents(objects, scan);
    }

    /** Of a page, or of a version of one. */
    private record Page(long letters, boolean isCovered, boolean isPictured) {

        static final Page NONE = new Page(0, false, false);

        Page or(Page other) {
            return new Page(
                    Math.max(letters, other.letters), isCovered || other.isCovered, isPictured || other.isPictured);
        }
    }

    /** @param file all of it, from 0 on */
    static FileExtent of(ByteBuffer file) {
        try {
            return new PdfExtent(file).extent();
        } catch (ScanBudget.SpentException e) {
            return LONGEST;
        }
    }

    private FileExtent extent() {
        long letters = 0;
        long found = 0;
        Stamps stamps = new Stamps();
        long pictured = 0;
        for (Map.Entry<Long, List<PdfObject>> versions : objects.byNumber().entrySet()) {
            List<Page> here = versions.getValue().stream()
                    .flatMap(version -> pages(version).stream())
                    .toList();
            if (!here.isEmpty()) {
                long times = pages.times(versions.getKey());
                Page most = here.stream().reduce(Page.NONE, Page::or);
                letters += times * most.letters();
                pictured += most.isPictured() ? times : 0;
                found += times;
                stamps.add(most.letters(), most.isCovered() && !most.isPictured(), times);
            }
        }
        pictured += stamps.pictured(found);
        if (budget.isSpent()) {
            return LONGEST;
        }
        if (found == 0 || objects.isUnseen() || pages.isUnseen()) {
            letters = Math.max(letters, Counting.unseenText(file.limit()));
        }
        return new FileExtent(Counting.textPages(letters), pictured);
    }

    private List<Page> pages(PdfObject object) {
        List<Page> found = new ArrayList<>();
        for (PdfValue.Dictionary dictionary : PdfPages.dictionaries(object.value())) {
            for (PdfObject content : pages.contents(dictionary)) {
                PdfResources resources = contents.resources(pages.inherited(dictionary, "Resources"));
                Shown shown = contents.shown(PdfContents.pieces(objects, content), resources);
                found.add(page(shown, pages.area(dictionary)));
            }
        }
        return found;
    }

    private static Page page(Shown shown, double area) {
        double covered = shown.covered() / area;
        boolean isCovered = PicturedPage.isCovered(covered);
        boolean isPictured = PicturedPage.is(shown.letters(), shown.hasPicture(), shown.shapes(), covered)
                || (isCovered && Double.isInfinite(shown.covered()));
        return new Page(shown.letters(), isCovered, isPictured);
    }
}

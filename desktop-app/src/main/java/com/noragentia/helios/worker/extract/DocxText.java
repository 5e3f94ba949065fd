/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.extract.numbering.Numbering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The text of a DOCX: its body, then its footnotes and endnotes. Parts are read as streams, never as trees; DTDs are refused. */
final class DocxText implements TextSource {

    private static final double LEAST_INFLATE_RATIO = 0.01;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final List<String> NOTES = List.of(RELATIONS + "footnotes", RELATIONS + "endnotes");

    /** Sets the limits of POI, which hold for the whole process. */
    static void setLimits() {
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATE_RATIO);
        ZipSecureFile.setMaxEntrySize(Limit.DOCX_ENTRY_BYTES.value());
        ZipSecureFile.setMaxFileCount(Limit.DOCX_ENTRIES.value());
        IOUtils.setByteArrayMaxOverride(Limit.DOCX_ENTRY_BYTES.intValue());
    }

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        refuseCompoundFile(file);
        try (OPCPackage docx = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            PackagePart body = target(docx);
            Numbering numbering = numbering(body);
            readPart(body, new WordParagraphs(sink, numbering));
            Set<PackagePartName> read =
                    new HashSet<>(Set.of(body.getPartName())); // a part may be named again and again
            for (String kind : NOTES) {
                for (PackageRelationship relation : body.getRelationshipsByType(kind)) {
                    PackagePart notes = body.getRelatedPart(relation);
                    if (read.add(notes.getPartName())) {
                        readPart(notes, new WordParagraphs(sink, numbering));
                    }
                }
            }
            return sink.pagesFilled();
        } catch (IOException | InvalidFormatException | SAXException | ParserConfigurationException e) {
            throw asProblem(e);
        }
    }

    private static void refuseCompoundFile(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (CompoundFile.startsLikeOne(head)) {
            throw new ProblemException(CompoundFile.problemOf(file), "an OLE2 container, no zip");
        }
    }

    private static PackagePart target(OPCPackage docx) {
        return docx.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.FILE_UNREADABLE, "no main document part"));
    }

    private static Numbering numbering(PackagePart body) throws IOException, ParserConfigurationException {
        Numbering numbering = new Numbering();
        readAside(body, RELATIONS + "numbering", numbering.definitions());
        readAside(body, RELATIONS + "styles", numbering.styles());
        return numbering;
    }

    private static void readAside(PackagePart body, String kind, ContentHandler handler)
            throws IOException, ParserConfigurationException {
        try {
            for (PackageRelationship relation : body.getRelationshipsByType(kind)) {
                readPart(body.getRelatedPart(relation), handler);
                return; // there is one
            }
        } catch (InvalidFormatException | SAXException | IllegalArgumentException e) {
            // A part that is missing or makes no sense costs the numbers of lists, and no text.
            return;
        }
    }

    private static void readPart(PackagePart part, ContentHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setContentHandler(handler);
        try (InputStream in = part.getInputStream()) {
            reader.parse(new InputSource(in));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** POI says only in words that a limit was passed. */
    private static ProblemException asProblem(Exception e) {
        boolean bomb = String.valueOf(e.getMessage()).contains("Zip bomb")
                || String.valueOf(e.getMessage()).contains("MaxFileCount")
                || String.valueOf(e.getMessage()).contains("max entry size");
        ProblemCode code = bomb ? Limit.DOCX_ENTRY_BYTES.problem() : ProblemCode.FILE_UNREADABLE;
        return new ProblemException(
                code, "the DOCX can't be read: " + e.getClass().getSimpleName());
    }
}

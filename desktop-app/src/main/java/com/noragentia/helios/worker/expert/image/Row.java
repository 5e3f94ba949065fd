/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import java.util.List;
import java.util.stream.Collectors;

/** What stands side by side, from left to right: one line to a reader, though there may be gaps in it. */
record Row(List<ReadLine> parts) {

    TextLine toTextLine(String file, DecodedPicture picture) {
        return new TextLine(file, text(), confidence(), box(picture));
    }

    private String text() {
        return parts.stream().map(ReadLine::text).collect(Collectors.joining(" "));
    }

    /** Mean over characters, not over parts. */
    private double confidence() {
        int characters = parts.stream().mapToInt(part -> part.text().length()).sum();
        double sum = parts.stream()
                .mapToDouble(part -> part.confidence() * part.text().length())
                .sum();
        return Math.min(1, sum / characters);
    }

    private Box box(DecodedPicture picture) {
        return parts.stream()
                .map(part -> part.place()
                        .map(point -> point.scaled(picture.reduction()))
                        .boundsWithin(picture.fullWidth(), picture.fullHeight()))
                .reduce(Row::around)
                .orElseThrow();
    }

    private static Box around(Box a, Box b) {
        int left = Math.min(a.x(), b.x());
        int top = Math.min(a.y(), b.y());
        int right = Math.max(a.x() + a.width(), b.x() + b.width());
        int bottom = Math.max(a.y() + a.height(), b.y() + b.height());
        return new Box(left, top, right - left, bottom - top);
    }
}

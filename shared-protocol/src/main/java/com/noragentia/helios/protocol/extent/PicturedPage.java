/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

/** When the text of a page is a picture of text, which takes a reader of pictures: told alike by who reads pages and by who counts them. */
public final class PicturedPage {

    /** A scanner's stamp or a page number is no text of the page. */
    private static final int FEW_LETTERS = 60;
    /** The share of the page that the picture of a page covers, with room for its margins. */
    private static final double MOST_OF_A_PAGE = 0.5;
    /** Letters may be drawn as shapes, each filled on its own: fewer are an ornament. */
    private static final int SHAPES = 50;

    private PicturedPage() {}

    /**
     * @param letters that the page has as text
     * @param covered the share of it that pictures cover, which may be strips of one
     */
    public static boolean is(long letters, boolean hasPicture, int shapes, double covered) {
        return letters == 0 ? hasPicture || shapes >= SHAPES : letters < FEW_LETTERS && isCovered(covered);
    }

    static boolean isCovered(double share) {
        return share >= MOST_OF_A_PAGE;
    }
}

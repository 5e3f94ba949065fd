/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** An answer's markdown as it streams: safe blocks first, JavaFX nodes second. No HTML, no images, no links to click. */
@NullMarked
package com.noragentia.helios.desktop.chat.markdown;

import org.jspecify.annotations.NullMarked;

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What one installation keeps on disk: its folders, its key, its membership, and which network runs. Used by window and worker alike. */
@NullMarked
package com.noragentia.helios.installation;

import org.jspecify.annotations.NullMarked;

/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** What the chat window shows, without controls: exchanges, their states, and the draft being written. */
@NullMarked
package com.noragentia.helios.desktop.chat.conversation;

import org.jspecify.annotations.NullMarked;

/** Takes sealed bytes and gives receipts (design §5); blind, and durable before it answers. */
@NullMarked
package org.umbral.clinic.receive;

import org.jspecify.annotations.NullMarked;

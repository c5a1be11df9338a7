@NullMarked
package org.umbral.shared.wire;

import org.jspecify.annotations.NullMarked;

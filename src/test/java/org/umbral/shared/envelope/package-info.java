@NullMarked
package org.umbral.shared.envelope;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.umbral.shared.doubt;

import org.jspecify.annotations.NullMarked;

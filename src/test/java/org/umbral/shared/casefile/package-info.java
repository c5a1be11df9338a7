@NullMarked
package org.umbral.shared.casefile;

import org.jspecify.annotations.NullMarked;

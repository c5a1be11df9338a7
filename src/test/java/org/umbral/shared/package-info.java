@NullMarked
package org.umbral.shared;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.umbral.shared.catalogue;

import org.jspecify.annotations.NullMarked;

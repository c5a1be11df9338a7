@NullMarked
package org.umbral.shared.secret;

import org.jspecify.annotations.NullMarked;

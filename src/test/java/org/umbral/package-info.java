/** What is true of the whole tree: the phone build, its manifests, its boundaries. */
@NullMarked
package org.umbral;

import org.jspecify.annotations.NullMarked;

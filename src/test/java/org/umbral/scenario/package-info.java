/** The scenarios of the domain notes as a worker lives them: the phone's part of each, over a real journal. */
@NullMarked
package org.umbral.scenario;

import org.jspecify.annotations.NullMarked;

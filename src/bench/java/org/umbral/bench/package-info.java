/** Benchmarks and harnesses, run by name; in no artefact. */
@NullMarked
package org.umbral.bench;

import org.jspecify.annotations.NullMarked;

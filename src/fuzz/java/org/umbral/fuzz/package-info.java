/** Coverage-guided fuzzing of what strangers hand us: in a build the kept inputs are run again, by the benchmark "fuzz" new ones are sought. */
@org.jspecify.annotations.NullMarked
package org.umbral.fuzz;

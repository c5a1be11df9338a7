/** The clinic's SQL and files behind interfaces: SQLite and a folder now, PostgreSQL and S3 later behind the same. */
@NullMarked
package org.umbral.clinic.store;

import org.jspecify.annotations.NullMarked;

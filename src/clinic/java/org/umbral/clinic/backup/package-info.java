/**
 * Backups and their way back: {@link org.umbral.clinic.backup.Backups} is the door. Sees sealed bytes, ids and counts; needs
 * no key and gives none.
 */
@NullMarked
package org.umbral.clinic.backup;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures as bytes and pixels, without AWT and without a toolkit: what a file says about itself before it is decoded,
 * scaling, turning upright, and a JPEG encoder that writes pixels and nothing else.
 */
@NullMarked
package org.umbral.phone.device.picture;

import org.jspecify.annotations.NullMarked;

package org.umbral.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which lines of {@code scenarios.txt} a test method plays. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Step {
    /** Such as {@code SC-01.2} or {@code SC-01.assert.5}. */
    String[] value();

    /** Whether it plays them once more, with a finger on the real screens. */
    boolean onScreens() default false;
}

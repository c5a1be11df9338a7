package org.umbral.phone;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of one phone; whoever made them ends them.
 *
 * @param background one at a time, in order: what the screens ask for and must not wait for
 * @param workers unbounded: requests and photos wait on its threads
 * @param timer one thread that only starts things
 * @param ui runs on the UI thread, later
 */
public record PhoneThreads(Executor background, ExecutorService workers, ScheduledExecutorService timer, Executor ui) {}

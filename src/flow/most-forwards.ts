/**
 * Forwards in a row.
 * @module
 */

/** The most levels that one answer passes; more are a circle. */
export const mostForwards = 8;

import type { Temporal } from 'temporal-polyfill';

/** Loads the polyfill of Temporal. */
declare function loadPolyfill(): typeof Temporal;

export = loadPolyfill;

/**
 * Calls that an app places: told in the process, so that an exploration can say how many there were.
 * @module
 */
import { channel } from 'node:diagnostics_channel';

/** Where `placeCall` tells of each call, before it is sent. A channel, since there may be several copies of this module. */
export const placedCalls = channel('plivo-jsx:placed-call');

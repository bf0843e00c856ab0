import { instantAt } from '../temporal.ts';
import type { Context } from './context.ts';

/**
 * The context of components outside a flow. The instant is made when it is read: few components need it.
 *
 * @param time milliseconds since 1970
 */
export const plainContext = (baseUrl: string | undefined, time: number): Context => ({
  baseUrl,
  get now() {
    return instantAt(time);
  },
});

import type { Method } from '../../elements/url.ts';
import type { Params } from '../engine/requests.ts';
import type { RequestKind } from './request-kind.ts';

/** A request to send. */
export interface Outgoing {
  readonly kind: RequestKind;
  readonly url: string;
  readonly method: Method;
  readonly params: Params;
  /** The number of tries, when the URL does not decide it. */
  readonly tries?: number | undefined;
  /** False for a notice, during which the call does not wait. */
  readonly isAwaited: boolean;
}

/** Why a request has no text to sign. */
export type UnsignableReason = 'method' | 'url_size' | 'url' | 'url_escape' | 'names' | 'params';

/** A request that Plivo could not have signed. */
export interface Unsignable {
  readonly reason: UnsignableReason;
}

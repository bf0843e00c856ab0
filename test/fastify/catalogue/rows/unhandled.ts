/** An error that nobody caught: what the caller hears whose level made it, and how the process ends. */
export interface Unhandled {
  readonly row: number;
  readonly what: string;
  readonly path: string;
  readonly said: string;
  readonly reason: 'rejection' | 'exception';
  readonly told: string;
}

export const unhandled: readonly Unhandled[] = [
  {
    row: 63,
    what: 'a rejection that nobody handles',
    path: '/work/rejects',
    said: 'Not awaited.',
    reason: 'rejection',
    told: 'nobody waits for [hidden]',
  },
  {
    row: 64,
    what: 'an exception that nobody catches',
    path: '/work/throws',
    said: 'Not caught.',
    reason: 'exception',
    told: 'nobody catches [hidden]',
  },
];

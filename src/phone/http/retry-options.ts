/**
 * Plivo's retry options, which a URL carries in its fragment: `#ct=2000&rt=3000&rc=3&rp=ct,rt`.
 * @module
 */

/** The retry options of a URL, with their defaults. */
export interface RetryOptions {
  /** The limit for connecting, in milliseconds. */
  readonly ct: number;
  /** The limit for the reply, in milliseconds. */
  readonly rt: number;
  /** The limit for all tries together, in milliseconds. */
  readonly tt: number;
  /** The number of retries. */
  readonly rc: number;
  /** The failures that are retried. */
  readonly rp: readonly string[];
}

/** The minimum, the maximum and the default of each number. */
const numbers = {
  ct: [100, 10_000, 2000],
  rt: [100, 40_000, 40_000],
  tt: [100, 55_000, 55_000],
  rc: [0, 5, 1],
} as const;

/** The known options. `er` is the region that sends the request; it changes nothing here. */
const known = new Set([...Object.keys(numbers), 'rp', 'er']);

const policies = ['4xx', '5xx', 'ct', 'rt', 'all'];

/** Parses the options of a URL; `warn` is called for each one that Plivo does not support. */
export function retryOptions(url: string, warn: (message: string, fix: string) => void): RetryOptions {
  const hash = url.indexOf('#');
  const given = new URLSearchParams(hash === -1 ? '' : url.slice(hash + 1));
  const number = (name: keyof typeof numbers): number => {
    const [least, greatest, usual] = numbers[name];
    const written = given.get(name);
    if (written === null) return usual;
    const value = Number(written);
    if (/^\d+$/.test(written) && value >= least && value <= greatest) return value;
    warn(
      `The retry option #${name}=${written} is not a whole number from ${least} to ${greatest}; ${usual} is taken.`,
      `write #${name}=${usual}, or leave it out.`,
    );
    return usual;
  };
  const rp = given
    .get('rp')
    ?.split(',')
    .map((policy) => policy.trim()) ?? ['ct', 'rt'];
  for (const policy of rp) {
    if (!policies.includes(policy))
      warn(
        `The retry policy rp=${policy} is none of ${policies.join(', ')}.`,
        'write #rp=ct,rt or some of them.',
      );
  }
  for (const name of given.keys()) {
    if (known.has(name)) continue;
    const message = `The retry option #${name} is not one that Plivo's retry page describes.`;
    warn(message, `write ${[...known].join(', ')}, or leave it out.`);
  }
  return { ct: number('ct'), rt: number('rt'), tt: number('tt'), rc: number('rc'), rp };
}

/** True when a try with this outcome is retried. */
export function isRetried({ rp }: RetryOptions, outcome: 'ct' | 'rt' | number): boolean {
  if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return false;
  if (rp.includes('all')) return true;
  if (typeof outcome === 'string') return rp.includes(outcome);
  return (outcome >= 500 && rp.includes('5xx')) || (outcome >= 400 && outcome < 500 && rp.includes('4xx'));
}

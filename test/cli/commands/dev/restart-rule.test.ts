import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RestartRule } from '../../../../src/cli/commands/dev/restart-rule.ts';

const stamp = 'flows/a/stamp.json';

/** An app that writes a file a moment after each start: what is decided about its first writes. */
function delaysOf(file: string, writes: number, rule = new RestartRule()): (number | undefined)[] {
  return Array.from({ length: writes }, (_, index) => {
    rule.started(index * 5000);
    return rule.changed(file, false, index * 5000 + 900).delay;
  });
}

describe('the rule of restarts', () => {
  test('starts again at once for a change, and a second after a file was removed', () => {
    const rule = new RestartRule();
    rule.started(0);
    expect(rule.changed('flows/a/flow.ts', false, 60_000)).toEqual({ delay: 100 });
    rule.started(60_200);
    expect(rule.changed('.env', true, 60_900)).toEqual({ delay: 1000 });
  });

  test('lets a file that changes after every start rest, and then starts for it no more', () => {
    expect(delaysOf(stamp, 9)).toEqual([100, 100, 100, 100, 100, 3000, 3000, undefined, undefined]);
  });

  test('names the file once for each start', () => {
    const rule = new RestartRule();
    delaysOf(stamp, 7, rule);
    rule.started(50_000);
    expect(rule.changed(stamp, false, 50_900)).toEqual({
      message:
        'flows/a/stamp.json changed soon after each of the last 8 starts, as if the app wrote it itself. ' +
        'Not starting again for it until 10 s without a change.\n' +
        'Fix: let the app write elsewhere. Files in dist are not watched, nor those that are neither code nor .json.',
    });
    expect(rule.changed(stamp, false, 51_000)).toEqual({});
  });

  test('starts at once for any other file meanwhile', () => {
    const rule = new RestartRule();
    delaysOf(stamp, 8, rule);
    expect(rule.changed('flows/a/flow.ts', false, 36_000)).toEqual({ delay: 100 });
  });

  test('trusts a file again that has rested', () => {
    const rule = new RestartRule();
    delaysOf(stamp, 8, rule);
    expect(rule.changed(stamp, false, 45_000)).toEqual(expect.not.objectContaining({ delay: 100 }));
    expect(rule.changed(stamp, false, 56_000)).toEqual({ delay: 100 });
  });

  test('an app that writes a file all the time does not start again and again either', () => {
    const rule = new RestartRule();
    let restarts = 0;
    rule.started(0);
    for (let now = 0; now < 3_600_000; now += 1000) {
      if (rule.changed(stamp, false, now).delay === 100) {
        restarts += 1;
        rule.started(now + 200);
      }
    }
    expect(restarts).toBe(5);
  });

  test('whenever an app writes after its starts, they come to an end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 20, maxLength: 40 }), (pauses) => {
        const rule = new RestartRule();
        let [now, restarts] = [0, 0];
        rule.started(now);
        for (const pause of pauses) {
          now += pause;
          const { delay } = rule.changed(stamp, false, now);
          if (delay === undefined) break;
          restarts += 1;
          now += delay;
          rule.started(now);
        }
        expect(restarts).toBe(7);
      }),
    );
  });
});

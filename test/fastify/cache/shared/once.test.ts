import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Processes } from './once/processes.ts';
import { Runner, type Result } from './once/run.ts';
import { losesNothing, scheduleOf, type Schedule } from './once/schedule.ts';
import { startRedis, type RunningRedis } from '../../../support/redis.ts';
import { isInstalled } from '../../../support/programs.ts';
import { sized } from '../../../support/size.ts';

const schedules = sized(24, 200);

/** As many at a time as two processors carry. */
const atATime = 16;

/** How long a schedule may take, in milliseconds: far longer than it does. */
const longest = 60_000;

/** What a schedule got against the law; empty when it got what it should. */
function problems(schedule: Schedule, { outcomes, runs }: Result): string[] {
  const answers = outcomes.flatMap(({ end }) => (end === 'dead' ? [] : [end.answer]));
  const isUnhandled = outcomes.some(
    ({ end, runs: by }) => end !== 'dead' && end.answer !== 'One moment.' && by === 0,
  );
  return [
    ...(isUnhandled ? ['answered before anything was done'] : []),
    ...(runs === 0 ? ['never done'] : []),
    ...(answers.length === 0 ? ['never answered'] : []),
    ...(answers.every((answer) => /^answered by|^One moment/.test(answer)) ? [] : ['odd answers']),
    ...(losesNothing(schedule) && (runs !== 1 || new Set(answers).size !== 1)
      ? ['not once, or not alike']
      : []),
  ];
}

describe.skipIf(!isInstalled('redis-server'))(
  'a request that comes several times, each time to another process',
  () => {
    const processes = new Processes();
    let redis: RunningRedis;
    let runner: Runner;

    beforeAll(async () => {
      [redis] = await Promise.all([startRedis(), processes.prepare()]);
      runner = new Runner(redis.port, processes);
    });
    afterAll(async () => {
      processes.end();
      await redis.kill();
    });

    test('is done once where nothing is lost, and before it is answered whatever is killed, stopped or cut', async () => {
      const wrong: object[] = [];
      const numbers = Array.from({ length: schedules }, (_, number) => number).values();
      const work = async () => {
        for (const number of numbers) {
          if (wrong.length > 0) return;
          const schedule = scheduleOf(number);
          const result = await Promise.race([runner.run(schedule), wait(longest, undefined, { ref: false })]);
          const found = result === undefined ? ['not over in a minute'] : problems(schedule, result);
          if (found.length > 0) wrong.push({ found, schedule, result });
        }
      };
      await Promise.all(Array.from({ length: atATime }, work));
      expect(wrong).toEqual([]);
    }, 120_000);
  },
);

import type { ChildProcess } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { printed, runCommand, startCommand } from '../../cli/run-command.ts';
import { heard } from '../served.ts';
import { ask } from './ask.ts';
import { startWorker, type Worker } from './process/worker.ts';
import { canaries, says } from './row.ts';
import { unhandled } from './rows/unhandled.ts';
import { unsigned } from './rows/unsigned.ts';

function start(...args: readonly string[]): Promise<Worker> {
  const starting = startWorker(...args);
  onTestFinished(async () => (await starting).kill('SIGKILL'));
  return starting;
}

function startInWords(env: Readonly<Record<string, string>>): ChildProcess {
  const child = startCommand(['start'], { PORT: '0', HOST: '0.0.0.0', ALLOW_UNSIGNED: '1', ...env });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const asked = async ({ port }: Worker, path: string, form = says()) =>
  (await ask(port, 'live', { path, form })).replies[0]!;

const said = async (reply: Response) => (await heard(reply)).said;

/** Begins a request whose level waits until the worker is told to go on. */
async function underWay(worker: Worker): Promise<{ readonly reply: Promise<Response> }> {
  const waiting = worker.heard();
  const reply = asked(worker, '/work/slow');
  expect(await waiting).toBe('waiting');
  return { reply };
}

async function counted(worker: Worker): Promise<string[]> {
  const counts = worker.heard();
  worker.say('count');
  const { metrics } = (await counts) as { metrics: string };
  return metrics.split('\n').filter((line) => /^ivr_(?!webhooks_)/.test(line));
}

describe('a server that anyone could pose as Plivo to', { timeout: 60_000 }, () => {
  test.each(unsigned)('row $row: with $what does not start', async ({ env, says: stderr }) => {
    expect(await runCommand(['start'], { PORT: '0', ...env })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('row 56: starts when that is said in words, and warns', async () => {
    await printed(
      startInWords({}),
      /Signatures are not checked, so anyone who reaches this address can pose as Plivo/,
    );
    const production = startInWords({ NODE_ENV: 'production' });
    const [line] = await printed(production, /\{"level":40.*\}/);
    expect(JSON.parse(line)).toMatchObject({
      event: 'auth',
      reason: 'unsigned',
      msg: 'Signatures are not checked, so anyone who reaches this address can pose as Plivo.',
    });
  });
});

describe('a process that ends', { timeout: 60_000 }, () => {
  test.each(unhandled)(
    'row $row: after $what answers what has arrived, and exits with 1',
    async ({ path, said: sentence, reason, told }) => {
      const worker = await start('--watched');
      const { reply } = await underWay(worker);
      expect(await said(await asked(worker, path))).toEqual([sentence]);
      // Whoever holds a connection is answered once more, and told to let go of it.
      const later = await asked(worker, '/work/chosen?lang=es', says('Digits=2'));
      expect(later.headers.get('connection')).toBe('close');
      expect(await said(later)).toEqual(['es 2']);
      expect(await counted(worker)).toContain(`ivr_unhandled_total{reason="${reason}"} 1`);
      worker.say('open');
      expect(await said(await reply)).toEqual(['Answered.']);
      const { end, log, text } = await worker.ended;
      expect(end).toBe(1);
      const fatal = log.filter(({ event }) => event === 'unhandled');
      expect(fatal).toMatchObject([{ level: 60, reason }]);
      expect(fatal[0]!.msg).toContain(
        'An error that nobody caught; answering what has arrived, then stopping.\n',
      );
      expect(fatal[0]!.msg).toContain(told);
      expect(text).not.toMatch(canaries);
    },
  );

  test('row 65: at SIGTERM sends callers elsewhere, answers those that it has, and exits with 0', async () => {
    const worker = await start('--watched');
    const { reply } = await underWay(worker);
    worker.kill('SIGTERM');
    const ready = async () => {
      const { status, headers } = await fetch(`http://127.0.0.1:${worker.port}/ready`);
      return [status, headers.get('connection')];
    };
    await expect.poll(ready).toEqual([503, 'close']);
    const late = await asked(worker, '/work/chosen?lang=es', says('Digits=2'));
    expect(late.headers.get('connection')).toBe('close');
    expect(await said(late)).toEqual(['es 2']);
    expect(await counted(worker)).toContain('ivr_draining_total{reason="signal"} 1');
    worker.say('open');
    const answered = await reply;
    expect(answered.headers.get('connection')).toBe('close');
    expect(await said(answered)).toEqual(['Answered.']);
    const { end, log } = await worker.ended;
    expect(end).toBe(0);
    expect(log).toContainEqual(
      expect.objectContaining({
        level: 30,
        event: 'draining',
        reason: 'signal',
        msg: 'SIGTERM: answering what has arrived, then stopping.',
      }),
    );
  });

  test.each([
    ['SIGTERM', 'SIGTERM'],
    ['SIGINT', 'SIGTERM'],
  ] as const)(
    'at %s and then %s, as npm passes on what its group gets, answers those that it has',
    async (one, two) => {
      const worker = await start();
      const { reply } = await underWay(worker);
      worker.kill(one);
      await expect.poll(() => worker.told()).toContain(`${one}: answering what has arrived, then stopping.`);
      worker.kill(two);
      // Whoever has answered this has seen the signal, too.
      for (const _ of [1, 2])
        expect(await Promise.race([counted(worker), worker.ended])).toBeInstanceOf(Array);
      worker.say('open');
      expect(await said(await reply)).toEqual(['Answered.']);
      expect((await worker.ended).end).toBe(0);
    },
  );

  test('row 66: by kill -9 leaves its callers to another process, which goes on from their addresses', async () => {
    const [first, second] = [await start(), await start()];
    const { next } = await heard(await asked(first, '/work'));
    expect(next).toEqual(['GetDigits https://ivr.example.com/work/chosen?lang=es']);
    const { reply } = await underWay(first);
    first.kill('SIGKILL');
    await expect(reply).rejects.toThrow('fetch failed');
    expect((await first.ended).end).toBe('SIGKILL');
    expect(await said(await asked(second, '/work/chosen?lang=es', says('Digits=2')))).toEqual(['es 2']);
    expect(await counted(second)).toEqual([]);
  });
});

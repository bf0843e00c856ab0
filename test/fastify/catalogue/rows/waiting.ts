import { connect } from 'node:net';
import { expect } from 'vitest';
import { heard, type Served } from '../../served.ts';
import { requestOf } from '../../socket.ts';
import { gate } from '../../trouble.tsx';
import { ask } from '../ask.ts';
import { says, type Mode } from '../row.ts';

/** A row in which something happens between the requests. */
export interface Waiting {
  readonly row: number;
  readonly what: string;
  readonly only?: Mode;
  /** How long a level may take, in milliseconds. */
  readonly deadline: number;
  run(app: Served, mode: Mode): Promise<void>;
  readonly metrics: readonly string[];
}

const asked = async (app: Served, mode: Mode, path: string, form = says()) => {
  const { replies } = await ask(app.port, mode, { path, form });
  return replies[0]!;
};

const never = '/trouble/never';

/** What waits, for a level or for nobody. */
export const waiting: readonly Waiting[] = [
  {
    row: 35,
    what: 'the same event with another nonce, while its level is at it, gets the same answer, and the level runs once',
    deadline: 10_000,
    async run(app, mode) {
      const first = asked(app, mode, never);
      await expect.poll(() => gate.waiting).toBe(1);
      const second = asked(app, mode, never);
      const line = await app.line('running');
      expect(line).toMatchObject({
        level: 'info',
        event: 'duplicate',
        msg: '/trouble/never still works on the same request, and answers both alike.',
      });
      gate.open();
      const both = await Promise.all([heard(await first), heard(await second)]);
      expect(both.map(({ said }) => said)).toEqual([['Too late.'], ['Too late.']]);
      expect(gate.waiting).toBe(1);
    },
    metrics: ['ivr_duplicate_total{reason="running"} 1', 'ivr_input_total{reason="none"} 1'],
  },
  {
    row: 47,
    what: 'of a client that goes away in mid-request the level hears, and stops',
    only: 'local',
    deadline: 10_000,
    async run(app) {
      const socket = connect(app.port, '127.0.0.1');
      const form = says();
      const headers = [`Content-Type: application/x-www-form-urlencoded`, `Content-Length: ${form.length}`];
      socket.write(requestOf('POST /trouble/listens HTTP/1.1', headers, form));
      await expect.poll(() => gate.waiting).toBe(1);
      socket.destroy();
      expect(await app.line('caller')).toMatchObject({
        level: 'debug',
        event: 'aborted',
        msg: 'The client of /trouble/listens has disconnected.',
      });
      await expect.poll(() => gate.wasAborted).toBe(true);
    },
    metrics: ['ivr_aborted_total{reason="caller"} 1', 'ivr_input_total{reason="none"} 1'],
  },
  {
    row: 47,
    what: 'a client that went away and asks the same again is answered anew, and not with the apology that nobody got',
    only: 'live',
    deadline: 10_000,
    async run(app, mode) {
      const request = { path: '/trouble/gives-up', form: says(), signed: { nonce: '31627761595286130198' } };
      const gone = new AbortController();
      const first = ask(app.port, mode, { ...request, until: gone.signal });
      await expect.poll(() => gate.waiting).toBe(1);
      gone.abort();
      await expect(first).rejects.toThrow('aborted');
      await app.line('error');
      const { replies } = await ask(app.port, mode, request);
      expect((await heard(replies[0]!)).said).toEqual(['Run 2.']);
      const { replies: again } = await ask(app.port, mode, request);
      expect((await heard(again[0]!)).said).toEqual(['Run 2.']);
    },
    metrics: [
      'ivr_aborted_total{reason="caller"} 1',
      'ivr_duplicate_total{reason="signature"} 1',
      'ivr_input_total{reason="none"} 1',
      'ivr_render_total{reason="error"} 1',
    ],
  },
  {
    row: 58,
    what: 'the second try gets what the first one left running, since its keys do not come again',
    deadline: 250,
    async run(app, mode) {
      await heard(await asked(app, mode, never, says('Digits=2')));
      gate.open();
      expect(await app.line('late')).toMatchObject({
        level: 'warn',
        event: 'deadline',
        msg: '/trouble/never was done after the deadline; its retry gets the result.',
      });
      const { said } = await heard(await asked(app, mode, `${never}?__again=1`));
      expect(said).toEqual(['Too late.']);
    },
    metrics: [
      'ivr_deadline_total{reason="deadline"} 1',
      'ivr_deadline_total{reason="late"} 1',
      'ivr_input_total{reason="none"} 1',
    ],
  },
  {
    row: 59,
    what: 'what comes after the deadline of a second try is dropped and told, and is not told as answered',
    deadline: 250,
    async run(app, mode) {
      await heard(await asked(app, mode, `${never}?__again=1`));
      app.taken();
      gate.open();
      expect(await app.line('late')).toMatchObject({
        level: 'warn',
        event: 'deadline',
        msg: '/trouble/never was done after the deadline; the result is dropped.',
      });
      expect(app.taken()).toHaveLength(1);
    },
    metrics: ['ivr_deadline_total{reason="deadline"} 1', 'ivr_deadline_total{reason="late"} 1'],
  },
  {
    row: 59,
    what: 'an error after the deadline is told without the caller',
    deadline: 250,
    async run(app, mode) {
      await heard(await asked(app, mode, never));
      app.taken();
      gate.fail(new Error('no answer for 14155550100'));
      const line = await app.line('late');
      expect(line.level).toBe('warn');
      expect(line.msg).toContain('Cause: Error: no answer for [hidden]');
    },
    metrics: ['ivr_deadline_total{reason="deadline"} 1', 'ivr_deadline_total{reason="late"} 1'],
  },
  {
    row: 59,
    what: 'a callback goes on in the background, and its late error is heard',
    deadline: 250,
    async run(app, mode) {
      const reply = await asked(app, mode, '/trouble/told-late');
      expect([reply.status, await reply.text()]).toEqual([200, '']);
      expect(app.taken()).toMatchObject([{ level: 'warn', reason: 'deadline' }, { level: 'info' }]);
      gate.fail(new Error('no answer for 14155550100'));
      const line = await app.line('callback');
      expect(line.level).toBe('error');
      expect(line.msg).toContain('/trouble/told-late failed on a notice.\nno answer for [hidden]');
    },
    metrics: ['ivr_callback_total{reason="callback"} 1', 'ivr_callback_total{reason="deadline"} 1'],
  },
];

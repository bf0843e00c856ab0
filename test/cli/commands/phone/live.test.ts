import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Keyboard } from '../../../../src/cli/commands/phone/keyboard.ts';
import { runLive } from '../../../../src/cli/commands/phone/live.ts';
import { startCall, type PhoneEvent, type Transport } from '../../../../src/phone/index.ts';

/** A terminal whose keys come from a test. */
function terminal() {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => modes.push(mode),
  });
  return { input: input as unknown as NodeJS.ReadStream & PassThrough, modes };
}

const menu = `<Response><GetDigits numDigits="4" timeout="60" action="http://a.example/next"><Speak>Press.</Speak></GetDigits></Response>`;
const next = `<Response><Dial><Number>15550123456</Number></Dial><Record timeout="60"/></Response>`;

const silent = { hint: () => {}, echo: () => {} };

/** Each time the call waits, presses the next of the keys. */
async function byHand(document: string, keys: readonly string[], pace: 'skip' | 'step' = 'skip') {
  const { input, modes } = terminal();
  const caller = new AbortController();
  const keyboard = new Keyboard(input, { hangUp: () => caller.abort(), quit: () => {} });
  const hints: string[] = [];
  let echoed = '';
  const transport = async ({ url }: { readonly url: string }) => ({
    status: 200,
    headers: {},
    body: url.endsWith('/next') ? next : document,
  });
  const call = await startCall('http://a.example/', { transport, pace, signal: caller.signal });
  for (const key of keys) input.write(key);
  await runLive(call, keyboard, pace === 'step', {
    hint: (text) => hints.push(text),
    echo: (text) => (echoed += text),
  });
  keyboard.close();
  const story = (call.events as readonly PhoneEvent[]).flatMap((event) => {
    if (event.event === 'press') return [`press ${event.keys}`];
    if (event.event === 'say') return [`say ${event.text}`];
    if (event.event === 'dialed') return [`dialed ${event.status}`];
    if (event.event === 'recorded') return [`recorded ${event.seconds}`];
    return event.event === 'ended' || event.event === 'interrupt' ? [event.event] : [];
  });
  return { story, hints, echoed, modes };
}

describe('a call by hand', () => {
  test('takes keys as they are pressed, and puts the terminal back', async () => {
    const { story, modes } = await byHand(menu, ['1', '2', '#', 'b', 'h']);
    expect([story, modes]).toEqual([
      ['press 1', 'press 2', 'press #', 'dialed busy', 'recorded 0', 'ended'],
      [true, false],
    ]);
  });

  test('offers the six outcomes of a Dial, and an answer', async () => {
    const { hints } = await byHand(next, ['h']);
    expect(hints).toContain(
      'how does it end? c completed, b busy, f failed, t timeout, n no-answer, x cancel, a answer',
    );
  });

  test('presses the confirmKey for the called party, and later keys for the caller', async () => {
    const confirming =
      '<Response><Dial confirmSound="http://a.example/sound" confirmKey="1"><Number>+15550123456</Number></Dial></Response>';
    const { story, hints } = await byHand(confirming, ['a', '2', '1', '5', 'c']);
    expect(story).toEqual(['press 2', 'press 1', 'press 5', 'dialed completed', 'ended']);
    expect(hints).toContain(
      'who presses the confirmKey? a key is one of the called party, Enter lets the time pass',
    );
  });

  test('says a line, with corrections', async () => {
    const { story, echoed } = await byHand(menu, ['s', 'yesx', '\u007F', '\r', 'h']);
    expect([story, echoed]).toEqual([['say yes', 'ended'], 'say: yesx\b \b\n']);
  });

  test('Ctrl-C hangs up, also while a line is typed', async () => {
    expect((await byHand(menu, ['\u0003'])).story).toEqual(['ended']);
    expect((await byHand(menu, ['s', 'ye', '\u0003'])).story).toEqual(['ended']);
  });

  test('Ctrl-C twice quits at once, even when nobody reads keys', () => {
    const { input, modes } = terminal();
    let isQuit = false;
    let hungUp = 0;
    const keyboard = new Keyboard(input, { hangUp: () => hungUp++, quit: () => (isQuit = true) });
    input.emit('data', '\u0003');
    expect([keyboard.isTTY, hungUp, isQuit, modes]).toEqual([true, 1, false, [true]]);
    input.emit('data', '\u0003');
    expect([hungUp, isQuit, modes]).toEqual([1, true, [true, false]]);
  });

  test('Ctrl-C hangs up while the app does not reply', async () => {
    const { input } = terminal();
    const caller = new AbortController();
    const keyboard = new Keyboard(input, { hangUp: () => caller.abort(), quit: () => {} });
    const transport: Transport = ({ url, signal }) => {
      if (!url.endsWith('/next')) return Promise.resolve({ status: 200, headers: {}, body: menu });
      input.emit('data', '\u0003');
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('gone'))));
    };
    const call = await startCall('http://a.example/', { transport, signal: caller.signal });
    input.write('1#');
    await runLive(call, keyboard, false, silent);
    keyboard.close();
    expect(call.ended).toMatchObject({ code: 4000, source: 'Caller' });
    expect(call.events.slice(-3)).toMatchObject([
      { event: 'hangup' },
      { event: 'request', kind: 'getdigits-action', failure: 'the call was over before the reply' },
      { event: 'ended' },
    ]);
  });

  test.each([
    ['a key', ''],
    ['the rest of a line', 's'],
  ])('Ctrl-C is a key like others while %s is waited for', async (_, typed) => {
    const { input } = terminal();
    const interrupts: string[] = [];
    const quit = () => interrupts.push('quit');
    const keyboard = new Keyboard(input, { hangUp: () => interrupts.push('hang up'), quit });
    const transport = async () => ({ status: 200, headers: {}, body: menu });
    const call = await startCall('http://a.example/', { transport });
    if (typed !== '') input.write(typed);
    const live = runLive(call, keyboard, false, silent);
    setImmediate(() => input.write('\u0003'));
    await live;
    keyboard.close();
    expect(interrupts).toEqual([]);
    expect(call.events.filter(({ event }) => event === 'say')).toEqual([]);
    expect(call.ended).toMatchObject({ code: 4000, source: 'Caller' });
  });

  test('a control character does nothing and is not shown', async () => {
    expect((await byHand(menu, ['\u001A', 'h'])).hints.filter((line) => line.includes('nothing'))).toEqual(
      [],
    );
  });

  test('Enter lets the time pass at once, and arrows press nothing', async () => {
    expect((await byHand(menu, ['\u001B[A', '\r'])).story).toEqual(['ended']);
  });

  test('in real time a key interrupts a prompt', async () => {
    expect((await byHand(menu, ['1', 'h'], 'step')).story).toEqual(['interrupt', 'press 1', 'ended']);
  });

  test('a key that does nothing gets a hint about what the call waits for', async () => {
    expect((await byHand(menu, ['z', 'h'])).hints).toContain(
      'z does nothing now: the call asks for keys or speech',
    );
  });
});

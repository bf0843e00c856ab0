import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { readableLog } from '../../../../src/cli/commands/start/readable-log.ts';
import { styleFor, type Style } from '../../../../src/cli/style.ts';

function read(isTTY: boolean, ...lines: readonly object[]): string {
  return readWith(styleFor({ isTTY }, {}), lines);
}

function readWith(style: Style, lines: readonly object[]): string {
  let text = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const log = readableLog(out, style);
  for (const line of lines) log.write(`${JSON.stringify(line)}\n`);
  return text.replaceAll(/\d\d:\d\d:\d\d/g, 'HH:MM:SS');
}

test('an error stands below its sentence', () => {
  const msg = '/menu failed; the caller hears an apology.\n<Speak> is empty.\nFix: write a text. [E_EMPTY]';
  expect(read(false, { time: 0, level: 50, msg }, { time: 0, level: 30, msg: 'next' })).toBe(
    [
      'HH:MM:SS  /menu failed; the caller hears an apology.',
      '          <Speak> is empty.',
      '          Fix: write a text. [E_EMPTY]',
      'HH:MM:SS  next',
      '',
    ].join('\n'),
  );
});

test('no text writes a line of the log, or a colour', () => {
  const forged = 'no Ana\r\n12:00:00  call 1  paid\u2028more\u001B[32m\u009B1m\u202E';
  const told = read(true, { time: 0, level: 50, msg: forged, err: { stack: `Error: ${forged}` } });
  expect(told.replaceAll('\u001B', 'ESC')).toBe(
    [
      'ESC[2mHH:MM:SSESC[0m  ESC[31mno Ana ',
      '          HH:MM:SS  call 1  paid more [32m 1m ESC[0m',
      '          Error: no Ana ',
      '          HH:MM:SS  call 1  paid more [32m 1m ',
      '',
    ].join('\n'),
  );
});

test('has no colours on a terminal with NO_COLOR', () => {
  const style = styleFor({ isTTY: true }, { NO_COLOR: '1' });
  expect(readWith(style, [{ time: 0, level: 50, msg: 'no' }])).toBe('HH:MM:SS  no\n');
});

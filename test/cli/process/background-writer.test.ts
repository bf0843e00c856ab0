import { closeSync, openSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BackgroundWriter } from '../../../src/console/background-writer.ts';
import { folderWith } from '../project.ts';
import { endAt, fillOutput, listening, readPipe, server, startOn, unreadPipe } from './server-output.ts';

/** A writer to a file descriptor, and what it reports. */
function writerTo(fd: number) {
  const reports: string[] = [];
  const writer = new BackgroundWriter({ fd, mayBlock: false });
  writer.listener = {
    dropped: () => reports.push('dropped'),
    failed: () => reports.push('failed'),
    recovered: (messages) => reports.push(`recovered after ${messages}`),
  };
  onTestFinished(() => closeSync(fd));
  return { writer, reports };
}

describe('a writer in the background', () => {
  test('drops messages above its limit, and reports them once the reader has read the others', async () => {
    const fd = unreadPipe(await folderWith({}));
    const { writer, reports } = writerTo(fd);
    for (let count = 0; count < 12; count++) writer.write(`${String(count).padStart(99_999, '.')}\n`);
    expect(reports).toEqual(['dropped', 'dropped']);
    let text = '';
    const read = () => {
      text += readPipe(fd);
      return text.match(/\d+(?=\n)/g)?.join(' ');
    };
    await expect.poll(read, { interval: 5 }).toBe('0 1 2 3 4 5 6 7 8 9');
    expect(reports).toEqual(['dropped', 'dropped', 'recovered after 2']);
  });

  test('reports a write that failed, and does not wait for it at the end', async () => {
    const { writer, reports } = writerTo(openSync('/dev/full', 'w'));
    writer.write('lost');
    await writer.flush(30_000);
    expect(reports).toEqual(['failed']);
  });
});

// background-writer.full.test.ts has the other outputs, commands and signals.
describe('a server', { timeout: 60_000 }, () => {
  test('whose reader stopped reading answers calls, and ends at a signal', async () => {
    const at = await server('development');
    const child = startOn(unreadPipe(at.folder), at);
    await listening(at);
    await fillOutput(at);
    expect(await endAt('SIGHUP', child)).toEqual([0, null]);
  });
});

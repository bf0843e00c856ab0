import type { CommandIO } from '../../io.ts';

/** Asks on a terminal; true when the answer begins with y. */
export function askYes({ stdin, stderr }: CommandIO, question: string): Promise<boolean> {
  stderr.write(question);
  stdin.setEncoding('utf8');
  return new Promise((resolve) => {
    const done = (text: string) => {
      stdin.pause();
      resolve(/^\s*y/i.test(text));
    };
    stdin.once('data', (text: unknown) => done(String(text)));
    stdin.once('end', () => done(''));
  });
}

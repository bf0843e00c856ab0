/**
 * The log in development: time, sentence, and the stack of an error. It turns the JSON of Fastify's logger into text.
 * @module
 */
import { Writable } from 'node:stream';
import { indented } from '../../../console/sanitize.ts';
import type { Style } from '../../style.ts';

const warn = 40;
const fatal = 60;

interface Line {
  readonly time: number;
  readonly level: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** Indents all further lines to the column of the sentence, so that no text can look like a line of the log. */
const below = (text: string) => indented(text, 10);

/** A stream for Fastify's `logger` option that prints one readable line for each line of JSON. */
export function readableLog(out: { write(text: string): void }, style: Style): Writable {
  const format = ({ time, level, msg = '', err }: Line) => {
    const at = style('dim', new Date(time).toTimeString().slice(0, 8));
    const text = below(msg);
    const sentence = level < warn ? text : style(level === warn ? 'yellow' : 'red', text);
    const stack =
      err?.stack !== undefined && (level >= fatal || !msg.includes('Fix: ')) ? below(`\n${err.stack}`) : '';
    return `${at}  ${sentence}${stack}\n`;
  };
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const text of chunk.toString().split('\n').filter(Boolean)) {
        const line = JSON.parse(text) as Line;
        if (line.msg !== '') out.write(format(line));
      }
      done();
    },
  });
}

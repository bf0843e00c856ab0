import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createApp, type AppOptions } from 'plivo-jsx/fastify';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

/** A line of the log. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  readonly msg: string;
  readonly event?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly input?: string;
  readonly err?: { readonly type: string; readonly message: string; readonly stack: string };
  readonly params?: object;
}

type Fields = string | Readonly<Record<string, string>>;

/** An app that listens, and its log. */
export interface Served {
  /** Sends a form as Plivo does. */
  post(
    path: string,
    fields: Fields,
    headers?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The lines since they were last taken, without those of the listening server. */
  taken(): LogLine[];
  /** Waits for a line that comes after the reply. */
  line(reason: string): Promise<LogLine>;
  /** The text for a scraper. */
  metrics(): Promise<string>;
  /** The whole log since it listens, as it was written but for times. */
  written(): string;
  /** What was counted, as a scraper reads it, without the answered webhooks: `ivr_input_total{reason="none"} 1`. */
  counted(): Promise<string[]>;
  readonly port: number;
  close(): Promise<void>;
}

const levels = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' } as Record<
  number,
  LogLine['level']
>;

/** A logger that keeps what is written. */
export function keptLog(level = 'trace') {
  const kept = { text: '', logger: { level, stream: undefined as unknown as Writable } };
  kept.logger.stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      kept.text += chunk.toString();
      done();
    },
  });
  return kept;
}

type Written = Omit<LogLine, 'level'> & { readonly level: number };

const read = (text: string): LogLine[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Written)
    .map(({ level, msg, ...rest }) => ({
      ...rest,
      level: levels[level]!,
      msg: msg.replace(/\([\d.]+ ms\)$/, '(… ms)'),
    }));

/** Without the digits that nobody chose: the clock and the process may hold any key. */
export const withoutChance = (text: string) => text.replace(/"(time|pid|milliseconds)":[\d.]+/g, '"$1":0');

/** Serves on a port of this machine. */
export async function serve(options: AppOptions): Promise<Served> {
  const log = keptLog();
  const app = await createApp({ publicUrl: 'https://ivr.example.com', ...options, logger: log.logger });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const listening = log.text.length;
  let from = listening;
  return {
    post: (path, fields, headers = {}, signal?) =>
      fetch(address + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
        signal: signal ?? null,
      }),
    get: (path, headers = {}) => fetch(address + path, { headers }),
    taken() {
      const lines = read(log.text.slice(from));
      from = log.text.length;
      return lines;
    },
    async line(reason) {
      const found = () => read(log.text.slice(from)).find((line) => line.reason === reason);
      await expect.poll(found).toBeDefined();
      return found()!;
    },
    metrics: () => app.plivoMetrics(),
    written: () => withoutChance(log.text.slice(listening)),
    async counted() {
      const lines = (await app.plivoMetrics()).split('\n');
      return lines.filter((line) => /^ivr_(?!webhooks_)/.test(line)).toSorted();
    },
    port,
    close: () => app.close(),
  };
}

/** What a caller hears, and where the document leads. */
export interface Heard {
  readonly said: string[];
  /** Every element below the root that is not spoken, with its text or action. */
  readonly next: string[];
  readonly xml: string;
}

/** Checks that a reply is one that Plivo takes, and reads it. */
export async function heard(reply: Response): Promise<Heard> {
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  const xml = await reply.text();
  const [said, next, open]: [
    string[],
    string[],
    { name: string; text: string; action: string; method: string }[],
  ] = [[], [], []];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const method = attributes['method'] === undefined ? '' : `${String(attributes['method'])} `;
    open.push({ name, text: '', action: String(attributes['action'] ?? ''), method });
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => {
    const { name, text, action, method } = open.pop()!;
    if (name === 'Speak') said.push(text);
    else if (name !== 'Response') next.push(`${name} ${method}${action}${text}`.trim());
  });
  parser.write(xml).close();
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response/);
  return { said, next, xml };
}

import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { outcomeOf, startCommand } from '../run-command.ts';

/** Starts `dev` on a free port, and stops it after the test. */
export function startDev(folder: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = startCommand(['dev'], { PORT: '0', ...env }, folder);
  const outcome = outcomeOf(child);
  // SIGKILL would leave the server of dev running.
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await outcome;
  });
  return child;
}

/** The text of a flow whose level says the variable `GREETING`. */
export const greetingFlow = (name: string) => `
import { flow, level, Response, Speak } from 'plivo-jsx';
const greeting = process.env['GREETING'] ?? 'no greeting';
const hello = level('/${name}', () => <Response><Speak>{greeting}</Speak></Response>);
export default flow('${name}', { levels: [hello] });
`;

/** The text of a `.env` with which `dev` serves Plivo. */
export const settings = (token: string, host = 'ivr.example.com') =>
  `PUBLIC_URL=https://${host}\nPLIVO_AUTH_TOKEN=${token}\nGREETING="Good morning"\n`;

/** What `dev` prints after it has started again with such a `.env`: its address, and the public one. */
export const servesPlivoAgain =
  /starting again[^]*listens on (http:[^\s,]+), for Plivo at (\S+)[^]*must be signed/;

/**
 * All commands. Each is loaded only when it is called.
 * @module
 */

/** One command. */
export interface Command {
  /** What it does, in a line. */
  readonly says: string;
  readonly usage: string;
  /** It goes on when nobody reads its output any more. */
  readonly serves?: true;
  /** It starts others, and leaves `.env` to each of them: what it read itself, they would inherit for ever. */
  readonly restarts?: true;
  /** Its module; `run` gives the exit code, `help` a page when the usage does not say all. */
  load(): Promise<{ run(args: readonly string[]): Promise<number>; help?(): string }>;
}

/** By name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    says: 'serves the flows in ./flows',
    usage: 'plivo-jsx start',
    serves: true,
    load: () => import('./commands/start.ts'),
  },
  dev: {
    says: 'serves the flows and starts again when a file changes',
    usage: 'plivo-jsx dev',
    serves: true,
    restarts: true,
    load: () => import('./commands/dev.ts'),
  },
  call: {
    says: 'places an outbound call that the flow answers',
    usage: 'plivo-jsx call +15551234567 [--path /ivr] [--from +15557654321] [--dry-run] [--json]',
    load: () => import('./commands/call.ts'),
  },
  phone: {
    says: 'calls any Plivo webhook, without Plivo',
    usage:
      'plivo-jsx phone http://localhost:5000/ivr [--script "1 2 dial:busy"] [--json] [--verbose] [--xml]...',
    load: () => import('./commands/phone.ts'),
  },
  doctor: {
    says: 'checks a deployment as Plivo would meet it',
    usage: 'plivo-jsx doctor [--url https://ivr.example.com] [--path /ivr] [--json]',
    load: () => import('./commands/doctor.ts'),
  },
  render: {
    says: 'prints the document of a level',
    usage: "plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]...",
    load: () => import('./commands/render.ts'),
  },
};

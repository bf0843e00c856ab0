/**
 * All commands. Each is loaded only when it is called.
 * @module
 */
import type { Command } from './command.ts';

/** By name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    description: 'serves the flows in ./flows',
    usage: 'plivo-jsx start',
    isServer: true,
    load: () => import('./commands/start.ts'),
  },
  dev: {
    description: 'serves the flows and starts again when a file changes',
    usage: 'plivo-jsx dev',
    isServer: true,
    skipsEnvironmentFile: true,
    load: () => import('./commands/dev.ts'),
  },
  call: {
    description: 'places an outbound call that the flow answers',
    usage: 'plivo-jsx call +15551234567... [--path /ivr] [--from +15557654321] [--dry-run] [--json]',
    load: () => import('./commands/call.ts'),
  },
  phone: {
    description: 'calls any Plivo webhook, without Plivo',
    usage:
      'plivo-jsx phone http://localhost:5000/ivr [--script "1 2 dial:busy"] [--json] [--verbose] [--xml]...',
    load: () => import('./commands/phone.ts'),
  },
  check: {
    description: 'explores everything a caller can do, and finds where a flow strands them',
    usage:
      'plivo-jsx check [http://localhost:5000/ivr] [--rules R001,R2] [--off R106:/ivr:why]... [--strict] [--at 2026-12-24T18:00] [--coverage <folder>] [--sign] [--remote] [--json]...',
    load: () => import('./commands/check.ts'),
  },
  map: {
    description: 'draws everything a caller can do, or what differs from an earlier commit',
    usage:
      'plivo-jsx map [http://localhost:5000/ivr] [--format svg|mermaid|dot|json] [--out ivr.svg] [--flow name] [--at time] [--diff main] [--coverage folder]',
    load: () => import('./commands/map.ts'),
  },
  doctor: {
    description: 'checks a deployment with requests such as Plivo sends',
    usage: 'plivo-jsx doctor [--url https://ivr.example.com] [--path /ivr] [--json]',
    load: () => import('./commands/doctor.ts'),
  },
  render: {
    description: 'prints the document of a level',
    usage: "plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]... [--phases]",
    load: () => import('./commands/render.ts'),
  },
};

/** The command of this name, if there is one. */
export const commandNamed = (name: string): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;

/**
 * Runs once before all tests: says which tests are left out on this machine.
 * @module
 */
import { isInstalled, programs, type Program } from './programs.ts';

export default function setup(): void {
  const missing = (Object.keys(programs) as Program[]).filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const what = missing.map((program) => `${programs[program]} (no ${program})`).join('; ');
  if (process.env['CI']) throw new Error(`CI must run all tests, and these would be left out: ${what}.`);
  console.log(`Left out, since this machine has no such program: ${what}.`);
}

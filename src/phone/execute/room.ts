/**
 * The others in a conference or multiparty call.
 * @module
 */
import type { Stimuli } from '../engine/input.ts';

type Member = Omit<Stimuli['join'], 'member'>;

/** Who is in a room beside the caller. */
export class Room {
  readonly #members = new Map<string, Member>();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.#members.set(name, {});
  }

  get names(): readonly string[] {
    return [...this.#members.keys()];
  }

  get size(): number {
    return this.#members.size;
  }

  join({ member, ...options }: Stimuli['join']): void {
    this.#members.set(member, options);
  }

  /** Gives what is known of the one who left; undefined for somebody who was not there. */
  leave(name: string): Member | undefined {
    const member = this.#members.get(name);
    this.#members.delete(name);
    return member;
  }

  /** True when one of them starts it. */
  hasStarter(): boolean {
    return [...this.#members.values()].some(({ starts }) => starts !== false);
  }

  /** True when one of them has the role. */
  has(role: string): boolean {
    return [...this.#members.values()].some((member) => (member.role ?? 'Agent').toLowerCase() === role);
  }
}

/** Who `memberLeaves` names to remove the caller, as Plivo's API can. */
export const theCaller = 'caller';

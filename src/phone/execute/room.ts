import type { Inputs } from '../engine/input.ts';

type Member = Omit<Inputs['join'], 'member'>;

/** The other members of a conference or multiparty call. */
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

  join({ member, ...options }: Inputs['join']): void {
    this.#members.set(member, options);
  }

  /** Removes a member, and returns their options; undefined when they were not there. */
  leave(name: string): Member | undefined {
    const member = this.#members.get(name);
    this.#members.delete(name);
    return member;
  }

  /** True when one of the members starts the room by entering. */
  hasStarter(): boolean {
    return [...this.#members.values()].some(({ starts }) => starts !== false);
  }

  /** True when one of the members has the role, in lower case. */
  has(role: string): boolean {
    return [...this.#members.values()].some((member) => (member.role ?? 'Agent').toLowerCase() === role);
  }
}

/** Who is in a room of that name: a document may name it as it likes, also as something that every object has. */
export const membersOf = (
  rooms: { readonly [room: string]: readonly string[] } | undefined,
  name: string,
): readonly string[] | undefined =>
  rooms !== undefined && Object.hasOwn(rooms, name) ? rooms[name] : undefined;

/** The name of the caller in `memberLeaves`: Plivo's API can remove them. */
export const theCaller = 'caller';

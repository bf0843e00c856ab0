/**
 * Markup: what the author writes between two texts, again and again.
 * @module
 */

/** Longer markup is not joined: what repeats itself would be remembered in every length. */
const mostCharacters = 400;

/** What one piece may be followed by, and how many may be joined in all: no caller can make the memory grow. */
const mostFollowers = 16;
let room = 4096;

/**
 * Tags side by side, such as `</Speak><Speak voice="WOMAN">`. Each piece remembers what followed it, and both as one
 * text: a document of few pieces is put together sooner.
 */
export class Markup {
  readonly text: string;
  readonly bytes: number;
  readonly #isKept: boolean;
  /** The first of all that are this and what followed it; `#other` leads to the rest of them. */
  #longer: Markup | undefined;
  #other: Markup | undefined;
  #followers = 0;
  /** What was put after the shorter one to make this. */
  #last: Markup | undefined;

  /** @param isKept whether somebody remembers it; what nobody does is not worth joining */
  constructor(text: string, isKept: boolean) {
    this.text = isKept ? flat(text) : text;
    this.bytes = Buffer.byteLength(text);
    this.#isKept = isKept;
  }

  /** This and `next` right after it as one; undefined when that is not remembered. */
  followedBy(next: Markup): Markup | undefined {
    let longer = this.#longer;
    while (longer !== undefined && longer.#last !== next) longer = longer.#other;
    return longer ?? this.#join(next);
  }

  #join(next: Markup): Markup | undefined {
    const isFull = room === 0 || this.#followers === mostFollowers;
    const isLong = this.text.length + next.text.length > mostCharacters;
    if (isFull || isLong || !this.#isKept || !next.#isKept) return undefined;
    room--;
    this.#followers++;
    const longer = new Markup(this.text + next.text, true);
    longer.#last = next;
    longer.#other = this.#longer;
    this.#longer = longer;
    return longer;
  }
}

// A concatenated string is a tree inside the engine; one copy makes it flat, so that no later document walks that tree.
const flat = (text: string) => Buffer.from(text).toString();

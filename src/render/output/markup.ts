/**
 * Markup: the tags between two texts, which repeat in many documents.
 * @module
 */

/** Longer markup is not joined: repeated markup would be cached in every length. */
const mostCharacters = 400;

/** The most followers of one piece, and of all pieces: a caller cannot make the memory grow. */
const mostFollowers = 16;
let room = 4096;

/**
 * Tags side by side, such as `</Speak><Speak voice="WOMAN">`. Each piece caches its followers joined with it: fewer
 * concatenations make a document faster.
 */
export class Markup {
  readonly text: string;
  readonly bytes: number;
  readonly #isKept: boolean;
  /** The first joined piece; `#other` links to the next one. */
  #longer: Markup | undefined;
  #other: Markup | undefined;
  #followers = 0;
  /** The follower that was joined to make this piece. */
  #last: Markup | undefined;

  /** @param isKept whether it is cached; otherwise joining is not worth it */
  constructor(text: string, isKept: boolean) {
    this.text = isKept ? flat(text) : text;
    this.bytes = Buffer.byteLength(text);
    this.#isKept = isKept;
  }

  /** This piece joined with `next`; undefined when that is not cached. */
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

// The engine stores a concatenated string as a tree; a copy makes it flat.
const flat = (text: string) => Buffer.from(text).toString();

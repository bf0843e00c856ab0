/**
 * Random flows, as servers: a tree of levels in which every caller comes to a good end. A fault is planted in one of the levels.
 */
import type { Graph, GraphLevel } from '../../../src/check/graph.ts';
import type { Transport, TransportReply } from '../../../src/phone/index.ts';
import { ask, askWords, bye, dial, goTo, record, say, type Asked } from '../servers.ts';

/** Numbers that the same seed gives again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }

  /** A whole number from 0 up to below `count`. */
  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

export const kinds = ['menu', 'words', 'dial', 'record', 'speech', 'pin', 'end'] as const;
export type Kind = (typeof kinds)[number];

export interface Level {
  readonly id: number;
  kind: Kind;
  /** The levels that it leads to. */
  readonly next: number[];
}

/** What one level answers to a request: a part of a document, a whole reply, or a status. */
export type Answer = string | number | TransportReply;

/** Replaces the answer of one level; undefined leaves it as it is. */
export type Plant = (asked: Asked, level: Level, answer: Answer) => Answer | undefined;

export const pathOf = (id: number): string => (id === 0 ? '/ivr' : `/ivr/${id}`);

/** The levels of a random tree: the first one is a menu. */
export function randomLevels(random: Random): Level[] {
  const levels: Level[] = [{ id: 0, kind: 'menu', next: [] }];
  const size = 3 + random.below(4);
  for (let id = 1; id < size; id++) {
    const parent = random.of(
      levels.filter(({ kind, next }) => next.length < (kind === 'menu' ? 4 : 1) && kind !== 'end'),
    );
    parent.next.push(id);
    // The last ones may lead nowhere, so they need not be menus.
    levels.push({ id, kind: random.of(kinds), next: [] });
  }
  for (const level of levels)
    if (level.next.length === 0 && level.id > 0) level.kind = random.of(['words', 'dial', 'record', 'end']);
  return levels;
}

/** Makes a level of this kind out of one that leads to as many others; returns it. A menu has options. */
export function levelOf(levels: readonly Level[], kind: Kind, random: Random): Level {
  const fits = ({ id, next }: Level) => id > 0 && next.length <= 1 && (kind !== 'menu' || next.length === 1);
  const level = random.of(levels.filter((each) => each.kind === kind || fits(each)));
  level.kind = kind;
  return level;
}

/** The levels as an app in the same process would tell them. */
export const levelTable = (levels: readonly Level[], unlinked: readonly string[] = []): GraphLevel[] => [
  ...levels.map(({ id }) => ({ path: pathOf(id), kind: 'level', isOfFlow: true, isLinked: true }) as const),
  ...unlinked.map((path) => ({ path, kind: 'level', isOfFlow: true, isLinked: false }) as const),
  { path: '/saved', kind: 'callback', isOfFlow: true, isLinked: true },
];

export const withLevels = (graph: Graph, levels: readonly GraphLevel[]): Graph => ({ ...graph, levels });

/** The server of a flow. */
export function server(
  levels: readonly Level[],
  plant: { readonly at: Level; readonly answer: Plant } | undefined,
): Transport {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const fields = Object.fromEntries(new URLSearchParams(request.body));
    const asked: Asked = { path: pathname, query: searchParams, fields };
    const level = levels.find(({ id }) => pathOf(id) === pathname);
    const good =
      level === undefined
        ? pathname === '/saved'
          ? ''
          : say('Something went wrong.') + bye
        : answerOf(level, asked);
    const planted = level !== undefined && level === plant?.at ? plant.answer(asked, level, good) : undefined;
    const answer = planted ?? good;
    if (typeof answer === 'object') return answer;
    return typeof answer === 'number'
      ? { status: answer, headers: {}, body: '' }
      : { status: 200, headers: { 'content-type': 'text/xml' }, body: `<Response>${answer}</Response>` };
  };
}

/** The prompts of a level, each of them its own. */
export const promptOf = ({ id, kind, next }: Level): string => {
  const options = next.map((_, index) => `For room ${id} ${index + 1}, press ${index + 1}.`).join(' ');
  const prompts = { menu: options, speech: 'Say yes to go on.', pin: 'Enter your secret number.' } as const;
  return kind === 'menu' || kind === 'speech' || kind === 'pin'
    ? `Level ${id}. ${prompts[kind]}`
    : `Level ${id}.`;
};

/** A level that answers well: it counts its tries in the address, and everything leads on or ends with words. */
export function answerOf(level: Level, { query, fields }: Asked): string {
  const { id, kind, next } = level;
  const on = next[0] === undefined ? say('That is all.') + bye : goTo(pathOf(next[0]));
  const own = (more: string) => `${pathOf(id)}?${more}`;
  const tries = Number(query.get('try') ?? 1);
  const again = (asking: (action: string) => string, words: string) =>
    tries >= 3
      ? say('Too many tries.') + bye
      : say(words) + asking(own(`try=${tries + 1}`)) + say('I heard nothing.') + bye;
  switch (kind) {
    case 'menu': {
      const asking = (action: string) => ask(action, promptOf(level));
      if (fields['Digits'] === undefined || query.get('try') === null)
        return asking(own('try=1')) + say('I heard nothing.') + bye;
      const chosen = next[Number(fields['Digits']) - 1];
      return chosen === undefined ? again(asking, 'That is no option.') : goTo(pathOf(chosen));
    }
    case 'speech': {
      const asking = (action: string) => askWords(action, promptOf(level), 'inputType="speech" hints="yes"');
      if (query.get('try') === null) return asking(own('try=1')) + say('I heard nothing.') + bye;
      return fields['Speech'] === 'yes' ? on : again(asking, 'I did not understand.');
    }
    case 'pin':
      if (query.get('given') === '1') return on;
      return (
        ask(own('given=1'), promptOf(level), 'numDigits="4" log="false"') + say('I heard nothing.') + bye
      );
    case 'dial': {
      const status = fields['DialStatus'];
      if (status === undefined) return say(promptOf(level)) + dial(`action="${own('done=1')}"`);
      return status === 'completed' ? say('Thank you.') + bye : say(`Nobody answered.`) + on;
    }
    case 'record':
      return query.get('done') === '1'
        ? on
        : say(`${promptOf(level)} Leave a message.`) +
            record(`action="${own('done=1')}" callbackUrl="/saved"`) +
            say('I heard nothing.') +
            bye;
    case 'words':
      return say(promptOf(level)) + on;
    case 'end':
      return say(promptOf(level)) + bye;
  }
}

/**
 * The inputs of a flow as a caller meets them: what is said before, which keys it names, and where keys lead.
 * @module
 */
import { spokenKeysIn } from '../elements/spoken-key.ts';
import type { Key } from '../elements/telephone-key.ts';
import type { Asking } from '../phone/index.ts';
import type { Edge, Graph, SpokenText } from './graph.ts';
import { indexOf, keyOf, placeAfter, type Place } from './graph-index.ts';
import { wrongKeysAmong } from './rules/wrong-keys.ts';
import { joined } from './script.ts';

/** A key that a prompt names. */
export interface NamedKey {
  readonly key: Key;
  readonly language: string;
  /** The sentence that names it. */
  readonly sentence: string;
}

/** A place in a document where the app asks. */
export interface Input {
  readonly place: Place;
  readonly path: string;
  /** The script that leads to it. */
  readonly script: string;
  readonly state: Asking;
  /** What is said in its document before it asks. */
  readonly prompt: readonly SpokenText[];
  /** The keys that the prompt names, as it names them. */
  readonly named: readonly NamedKey[];
  /** What can be done there. */
  readonly edges: readonly Edge[];
  /** Whether one key is the whole input, and the prompt names some. */
  readonly isMenu: boolean;
  /** Whether it comes after another input, and says some of the same once more. */
  readonly isRetry: boolean;
  /** The edges of keys that the app takes for an option. */
  readonly options: readonly Edge[];
  /** The edges of keys that it does not accept, or answers all in the same way. */
  readonly wrong: readonly Edge[];
}

const known = new WeakMap<Graph, readonly Input[]>();

/** The inputs that are not another one once more. */
export const firstInputsOf = (graph: Graph): readonly Input[] =>
  inputsOf(graph).filter(({ isRetry }) => !isRetry);

/** All inputs of a graph, in the order in which they are reached; found once. */
export function inputsOf(graph: Graph): readonly Input[] {
  const inputs = known.get(graph) ?? findInputs(graph);
  known.set(graph, inputs);
  return inputs;
}

function findInputs(graph: Graph): Input[] {
  const inputs = askingPlaces(graph);
  const retries = new Set<string>();
  for (const input of inputs) {
    const before = new Set(input.prompt.flatMap(({ text }) => sentencesOf(text)));
    for (const edge of input.edges) {
      const next = nextInput(graph, edge);
      if (next === undefined || keyOf(next.place) === keyOf(input.place)) continue;
      const isSimilar = input.options.includes(edge)
        ? isRepeated(input, next)
        : next.heard.some(({ text }) => sentencesOf(text).some((each) => before.has(each)));
      if (isSimilar) retries.add(keyOf(next.place));
    }
  }
  return inputs.map((input) => ({ ...input, isRetry: retries.has(keyOf(input.place)) }));
}

/** What a caller does there who does nothing that the app takes for an option. */
export const mistakesAt = ({ edges, wrong }: Pick<Input, 'edges' | 'wrong'>): readonly Edge[] => [
  ...edges.filter(({ does }) => does === 'silence' || does === 'nonsense'),
  ...wrong,
];

function askingPlaces(graph: Graph): Omit<Input, 'isRetry'>[] {
  const index = indexOf(graph);
  const reached = new Set<string>();
  // Many documents say the same.
  const named = new Map<string, readonly NamedKey[]>();
  const namedIn = (said: SpokenText) => {
    const key = `${said.language} ${said.text}`;
    const keys = named.get(key) ?? namedKeys(said);
    named.set(key, keys);
    return keys;
  };
  return graph.edges.flatMap((edge) => {
    const { from, to, spoken } = edge;
    const key = to.type === 'pause' ? `${from}:${to.pause}` : '';
    if (to.type !== 'pause' || reached.has(key)) return [];
    reached.add(key);
    const { request, pauses, script } = graph.nodes[from]!;
    const { state, words } = pauses[to.pause]!;
    if (state.type !== 'asking' || state.typed !== '') return [];
    const place = { node: from, pause: to.pause };
    const edges = index.at(place);
    const keys = spoken.flatMap(namedIn);
    return [
      {
        place,
        path: request.path,
        script: joined(script, words),
        state,
        prompt: spoken,
        named: keys,
        edges,
        isMenu: state.inputTypes.includes('dtmf') && state.numDigits === 1 && keys.length > 0,
        ...sorted(edges, new Set(keys.map((each) => each.key))),
      },
    ];
  });
}

/** The keys that a prompt names. */
export const namedKeys = ({ text, language }: SpokenText): NamedKey[] =>
  sentencesOf(text).flatMap((sentence) =>
    spokenKeysIn(sentence).map(({ key }) => ({ key, language, sentence })),
  );

/** The sentences of a text. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;:।])\s+/).filter((sentence) => sentence !== '');

/** Keys that lead to the same place are wrong when most of them are not named. */
function sorted(edges: readonly Edge[], named: ReadonlySet<string>): Pick<Input, 'options' | 'wrong'> {
  const isNamed = ({ words }: Edge) => named.has(words[0]!);
  const likely = wrongKeysAmong(edges);
  const same = likely.filter(({ does }) => does === 'key');
  const wrong = same.filter(isNamed).length * 2 < same.length ? likely : likely.filter(isRejected);
  return { wrong, options: edges.filter((edge) => edge.does === 'key' && !wrong.includes(edge)) };
}

const isRejected = ({ does }: Edge) => does === 'wrongKey';

/** What is heard after an edge when the caller does nothing else, and the input that comes next, if one does. */
export interface Next {
  readonly heard: readonly SpokenText[];
  readonly place: Place;
}

/** How many documents without an input are followed. */
const mostSteps = 20;

/** Follows the call after an edge until the app asks again. */
export function nextInput(graph: Graph, edge: Edge): Next | undefined {
  const index = indexOf(graph);
  const heard = [...edge.spoken];
  let place = placeAfter(edge);
  for (let step = 0; step < mostSteps && place !== undefined; step++) {
    if (place.pause !== undefined)
      return graph.nodes[place.node]!.pauses[place.pause]!.waits === 'asking' ? { heard, place } : undefined;
    const next = index.at(place).find(({ does }) => does === 'nothing');
    if (next === undefined) return undefined;
    heard.push(...next.spoken);
    place = placeAfter(next);
  }
  return undefined;
}

/** Whether a caller hears the options of a menu again. */
export function isRepeated({ named }: Pick<Input, 'named'>, { heard }: Next): boolean {
  const again = new Set(heard.flatMap(({ text }) => sentencesOf(text)));
  const sentences = [...new Set(named.map(({ sentence }) => sentence))];
  return sentences.filter((sentence) => again.has(sentence)).length * 2 > sentences.length;
}

/** What is said, as one text. */
export const textOf = (spoken: readonly SpokenText[]): string => spoken.map(({ text }) => text).join(' ');

import { elementsOf, textOf } from '../document.ts';
import type { Finding, Rule } from '../finding.ts';
import { indexOf, keyOf, placeAfter, type Place } from '../graph-index.ts';
import type { Edge, Graph, Node } from '../graph.ts';
import { isRecordingWord } from '../language/recording-words.ts';
import { joined } from '../script.ts';

/** Whoever is recorded must be told before: in many countries the law wants it. */
export const recordingWithoutNotice: Rule = {
  id: 'R107',
  name: 'recording-without-notice',
  level: 'warning',
  sentence: 'A caller is recorded to whom nobody has said so.',
  why: 'In many countries the law wants a notice, and callers expect it everywhere.',
  check(graph) {
    const found = new Map<number, Finding>();
    for (const { node, pause, script } of untold(graph)) {
      const { id, request, pauses } = graph.nodes[node]!;
      const recording = pause === undefined ? recordsWhole(graph.nodes[node]!) : pauses[pause];
      if (pause !== undefined && pauses[pause]!.waits !== 'recording') continue;
      if (recording === undefined || found.has(id)) continue;
      found.set(id, {
        node: id,
        sentence: `<Record> (line ${recording.line} of ${request.path}) records a caller to whom nobody has said so.`,
        fix: 'say before that the call is recorded, or ask for a message.',
        script,
      });
    }
    return [...found.values()];
  },
};

/** The places that are reached without a word about a recording, breadth first. */
function* untold(graph: Graph): Generator<Place & { readonly script: string }> {
  if (graph.nodes.length === 0) return;
  const index = indexOf(graph);
  const first = { node: 0, pause: undefined, script: '' };
  const known = new Set([keyOf(first)]);
  const waiting: (Place & { readonly script: string })[] = [first];
  for (const place of waiting) {
    yield place;
    for (const edge of index.at(place)) {
      const next = placeAfter(edge);
      // Who interrupts a prompt could have heard it.
      if (next === undefined || edge.does === 'early' || isTold(edge) || known.has(keyOf(next))) continue;
      known.add(keyOf(next));
      waiting.push({ ...next, script: joined(place.script, edge.words) });
    }
  }
}

/** An audio file may say anything. */
const isTold = ({ heard }: Edge) =>
  heard.some((words) => /^https?:/i.test(words) || isRecordingWord.test(words));

/** The element that records the whole call, in a document that does not say so itself. */
function recordsWhole(node: Node) {
  const elements = elementsOf(node);
  const isSaid = elements.some(
    (element) =>
      element.name === 'Play' || (element.name === 'Speak' && isRecordingWord.test(textOf(element))),
  );
  if (isSaid) return undefined;
  return elements.find(
    ({ name, attributes }) =>
      name === 'Record' &&
      (attributes['recordSession'] === 'true' || attributes['startOnDialAnswer'] === 'true'),
  );
}

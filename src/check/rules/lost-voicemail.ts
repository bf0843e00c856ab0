import type { Rule } from '../finding.ts';
import { scriptOfEdge } from '../script.ts';

/** Most callers end a message by hanging up; what they said must reach the app then. */
export const lostVoicemail: Rule = {
  id: 'R010',
  name: 'lost-voicemail',
  level: 'error',
  sentence: 'A recording is lost when the caller hangs up.',
  why: 'Most callers end a message by hanging up. Plivo does not request the `action` then, but it does request the `callbackUrl`.',
  check: (graph) =>
    graph.edges
      .filter(({ from, pause, does, notices }) => {
        if (does !== 'hangup' || pause === undefined) return false;
        const { waits, isSpoken } = graph.nodes[from]!.pauses[pause]!;
        const isTold = notices.some(
          ({ request: { kind } }) => kind.startsWith('record-') || kind === 'transcription',
        );
        return waits === 'recording' && isSpoken && !isTold;
      })
      .map((edge) => ({
        node: edge.from,
        edge: edge.id,
        sentence: `The recording of <Record> (line ${graph.nodes[edge.from]!.pauses[edge.pause!]!.line} of ${graph.nodes[edge.from]!.request.path}) is lost when the caller hangs up after the message.`,
        fix: 'give the <Record> a callbackUrl, which Plivo requests also after a hang-up.',
        script: scriptOfEdge(graph, edge),
      })),
};

/**
 * The checks that ask the app, in their order; each only where the one before leaves something to ask.
 * @module
 */
import { answerFindings } from './answer.ts';
import { isFailure, isLetIn, isRefusal } from './ask.ts';
import { wrong, type Finding } from './finding.ts';
import { noReply, reached } from './reach.ts';
import { askSigned, signedFinding, unsignedFinding, type Door } from './signatures.ts';

/** Asks, and yields each finding as soon as it is there. */
export async function* examine(door: Door): AsyncGenerator<Finding> {
  const url = door.base + door.path;
  const { asked, at } = await askSigned(door);
  if (isFailure(asked)) return yield noReply(url, asked);
  const reach = reached(url, asked);
  yield reach;
  if (reach.result === 'wrong') return;
  if (door.tokens.length > 0) yield await signedFinding(door, asked, at);
  else if (isRefusal(asked)) {
    const says =
      'The app lets in nothing that is not signed, and nothing can be signed without PLIVO_AUTH_TOKEN.';
    yield wrong('signed', says, 'set PLIVO_AUTH_TOKEN here to the one of the app.');
  }
  yield await unsignedFinding(door);
  if (isLetIn(asked)) yield* answerFindings(asked, at);
}

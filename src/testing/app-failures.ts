/**
 * The failures of an app in the same process: the caller hears an apology, and the test must know why.
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { failures, type Failure, type PublishedFailure } from '../failures.ts';
import { TransportFailure, type Transport } from '../phone/index.ts';
import { isErrorObject } from '../thrown.ts';

/** A call whose requests an app answers. */
interface AskingCall {
  readonly failures: Failure[];
  /** How many of its requests have no reply yet. */
  underWay: number;
}

/** Whose request an app answers, so that calls at the same time are told apart. */
const calls = new AsyncLocalStorage<AskingCall>();

failures.subscribe((message) => {
  const failure = message as PublishedFailure;
  const ofCall = calls.getStore();
  if (ofCall === undefined) return;
  // Without a reply to come, perhaps no verb of the test follows that could report it: then it is printed too.
  failure.isReported = ofCall.underWay > 0;
  ofCall.failures.push(failure);
});

/**
 * Adds to each reply the failures that led to it.
 *
 * @param send sends the requests of one call to an app
 * @param untold gets the failures that belong to no reply: an app that cannot be asked, or a failure after the reply
 */
export function withFailures(send: Transport, untold: Failure[]): Transport {
  const ofCall: AskingCall = { failures: untold, underWay: 0 };
  return (request) =>
    calls.run(ofCall, async () => {
      ofCall.underWay++;
      try {
        const reply = await send(request);
        return { ...reply, failures: untold.splice(0) };
      } catch (error) {
        if (error instanceof TransportFailure) throw error;
        const message = isErrorObject(error) ? error.message : `${typeof error} was thrown`;
        untold.push({ answer: 'nothing', message, error });
        const fix = 'look at the error, which the app threw before it could answer.';
        throw new TransportFailure('ct', message, { cause: error, fix });
      } finally {
        ofCall.underWay--;
      }
    });
}

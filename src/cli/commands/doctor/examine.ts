/**
 * The checks that send requests to the app, in their order. Each depends on the one before.
 * @module
 */
import { answerFindings } from './answer.ts';
import { isFailure, isAccepted, isRejection } from './send-request.ts';
import { wrong, type Finding } from './finding.ts';
import { noReplyFinding, statusFinding } from './reachable.ts';
import { requestSigned, signedFinding, unsignedFinding, type Deployment } from './signatures.ts';

/** Yields each finding as soon as it is known. */
export async function* examine(deployment: Deployment): AsyncGenerator<Finding> {
  const url = deployment.base + deployment.path;
  const { outcome, signedBase } = await requestSigned(deployment);
  if (isFailure(outcome)) return yield noReplyFinding(url, outcome);
  const reach = statusFinding(url, outcome);
  yield reach;
  if (reach.result === 'wrong') return;
  if (deployment.tokens.length > 0) yield await signedFinding(deployment, outcome, signedBase);
  else if (isRejection(outcome)) {
    const message =
      'The app accepts signed requests only, and the doctor cannot sign a request without PLIVO_AUTH_TOKEN.';
    yield wrong('signed', message, 'set PLIVO_AUTH_TOKEN here to the one of the app.');
  }
  yield await unsignedFinding(deployment);
  if (isAccepted(outcome)) yield* answerFindings(outcome, signedBase);
}

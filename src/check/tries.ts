/**
 * What is tried in each state of a call.
 * @module
 */
import { possibleActions, type CallState, type PossibleAction } from '../phone/index.ts';
import { dialStatuses } from '../webhook/plivo-enums.ts';
import { keysToTry, speechToTry, type Try } from './samples.ts';

/** Everything that is tried in a state, what is simplest first. */
export function triesIn(state: CallState, isSpoken: boolean): readonly Try[] {
  if (state.type === 'ended') return [];
  // What rings is decided by the legs, and `dial:cancel` is the caller who hangs up.
  if (state.type === 'dialing') {
    const outcomes = [...dialStatuses, 'answer'];
    return outcomes.map((outcome) => ({ words: `dial:${outcome}`, does: 'dial' }));
  }
  const does = possibleActions(state)
    .filter(({ ignored }) => !ignored)
    .flatMap((action) => triesOf(action, state, isSpoken));
  // Two people who talk are not waited for: one of them hangs up.
  const silence: Try[] = state.type === 'talking' ? [] : [{ words: 'silence', does: 'silence' }];
  return [...silence, ...does, { words: 'hangup', does: 'hangup' }];
}

function triesOf(action: PossibleAction, state: CallState, isSpoken: boolean): readonly Try[] {
  // The second attempt of one element leads where the first one did, so a few inputs are enough.
  const isRepeated = state.type === 'asking' && state.attempt > 1;
  switch (action.type) {
    case 'press':
      return state.type === 'asking' || state.type === 'endless' || state.type === 'busy'
        ? keysToTry(action, isRepeated)
        : keysDuring(state, action);
    case 'say':
      if (state.type === 'asking') return speechToTry(action, isRepeated);
      if (state.type === 'recording')
        return isSpoken ? [] : [{ words: 'say:"This is a message."', does: 'record' }];
      return state.type === 'listening' ? [{ words: 'say:"Hello."', does: 'speech' }] : [];
    case 'record':
      return isSpoken ? [] : [{ words: 'record:5', does: 'record' }];
    case 'dialOutcome':
      return [{ words: 'dial:completed', does: 'dial' }];
    default:
      return [];
  }
}

/** Keys that end a recording or a conversation, that confirm a call, or that the app is told of. */
function keysDuring(state: CallState, action: PossibleAction & { readonly type: 'press' }): readonly Try[] {
  const { by, validKeys, invalidKeys, endKeys, sequences } = action;
  const prefix = by === 'BLeg' ? 'bleg:' : '';
  const keys = state.type === 'confirming' ? [validKeys[0], invalidKeys[0]] : [endKeys[0], ...sequences];
  return keys
    .filter((key) => key !== undefined && /^[0-9*#]+$/.test(key))
    .map((key) => ({ words: prefix + key, does: state.type === 'confirming' ? 'confirm' : 'key' }));
}

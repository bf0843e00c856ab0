import type { Rule } from '../finding.ts';

/** Callers must not change what other callers hear. */
export const sharedState: Rule = {
  id: 'R012',
  name: 'shared-state',
  level: 'error',
  sentence: 'What one caller does changes what other callers hear.',
  why: 'A variable of a module belongs to all calls of the process, and to none of another process. Keep what belongs to a call in the parameters of its links, or in a session.',
  check: ({ state, stateScript = '' }) =>
    state === 'shared'
      ? [
          {
            node: 0,
            sentence:
              'The same call is answered differently when it is made again: what one caller does changes what others hear.',
            fix: 'keep what belongs to a call by its CallUUID, or in the URLs of its documents.',
            script: stateScript,
          },
        ]
      : [],
};

/**
 * Teaches Vitest's `expect` about calls: import it once, in a test or in `setupFiles`.
 * @module
 */
import { expect } from 'vitest';
import { matchers, type PhoneMatchers } from './matchers.ts';

declare global {
  // Vitest's assertions are those of Chai too. Its own interface for matchers has other parameters in each major version.
  namespace Chai {
    interface Assertion extends PhoneMatchers<void> {}
  }
}

expect.extend(matchers);

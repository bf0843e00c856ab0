/**
 * Teaches Vitest's `expect` about calls: import it once, in a test or in `setupFiles`.
 * @module
 */
import { expect } from 'vitest';
import { matchers, type PhoneMatchers } from './matchers.ts';

declare module 'vitest' {
  interface Matchers<T> extends PhoneMatchers<T> {}
}

expect.extend(matchers);

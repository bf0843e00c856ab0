import { Speak } from 'plivo-jsx';
import { test } from 'vitest';

// docs/guide/flows.md says so, for the compiler settings that README.md shows.
test('a component that returns on one path only does not compile with noImplicitReturns', () => {
  // @ts-expect-error The other path returns nothing.
  const Greeting = ({ isNew }: { isNew: boolean }) => {
    if (isNew) return <Speak>Welcome</Speak>;
  };
  void Greeting;
});

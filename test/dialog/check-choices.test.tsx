import { afterEach, describe, expect, test, vi } from 'vitest';
import { Choice, Confirm, Menu, Repeat, Speak, type ChoiceProps, type Node } from 'plivo-jsx';
import { asking } from './asking.tsx';

afterEach(() => void vi.unstubAllEnvs());

type Next = ChoiceProps['next'];

/** What a menu with these choices is rejected with; undefined when it is served. */
async function rejectionOf(choices: (next: Next) => Node): Promise<string | undefined> {
  const asked = asking(({ sales, operator }) => <Menu onGiveUp={operator()}>{choices(sales())}</Menu>);
  try {
    await asked.xml();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a choice', () => {
  test('with the key of another is rejected at its place', async () => {
    const message = await rejectionOf((next) => (
      <>
        <Choice digit="1" next={next}>
          For sales, press 1.
        </Choice>
        <Choice digit="1" next={next}>
          For results, press 1.
        </Choice>
      </>
    ));
    expect(message?.replaceAll(/:\d+:\d+/g, ':…')).toBe(
      [
        '<Choice> has the key 1 that a choice before it has.',
        '  at <Choice> (test/dialog/check-choices.test.tsx:…)',
        '  in <GetDigits>',
        '  in <Menu> (test/dialog/check-choices.test.tsx:…)',
        '  in <Response> (test/dialog/asking.tsx:…)',
        '  in <level /menu> (test/dialog/asking.tsx:…)',
        'Fix: give each choice a key of its own. [E_CHOICES]',
      ].join('\n'),
    );
    expect(message).toMatch(/at <Choice> \(test\/dialog\/check-choices\.test\.tsx:27:9\)/);
  });

  test('with the key of the repeat is rejected as well', async () => {
    const message = await rejectionOf((next) => (
      <>
        <Choice digit="9" next={next}>
          For sales, press 9.
        </Choice>
        <Repeat digit="9">To hear this again, press 9.</Repeat>
      </>
    ));
    expect(message).toMatch(/^<Repeat> has the key 9 that a choice before it has\.\n  at <Repeat> \(/);
  });

  test.each(['12', '', 'A', '１', 1, undefined])('with the digit %j is rejected', async (digit) => {
    const message = await rejectionOf((next) => (
      <Choice digit={digit as '1'} next={next}>
        For sales, press it.
      </Choice>
    ));
    expect(message).toMatch(
      /^<Choice> has no key of a telephone\.\n  at <Choice> \(.*[^]*Fix: give digit one of 0 to 9, \* and #\. \[E_CHOICES\]$/,
    );
  });

  test.each([
    ['1', 'For sales, press 2.', '2'],
    ['*', 'To go back, press pound.', '#'],
    ['1', 'Para ventas, pulse dos.', '2'],
    ['1', 'बिक्री के लिए 2 दबाएँ।', '2'],
    ['1', 'Pour les ventes, tapez 2.', '2'],
    ['1', 'Für den Verkauf drücken Sie die Zwei.', '2'],
    ['1', 'Para vendas, tecle 2.', '2'],
    ['1', 'Per le vendite, prema 2.', '2'],
  ] as const)('with key %s that says “%s” is rejected', async (digit, prompt, said) => {
    const message = await rejectionOf((next) => (
      <Choice digit={digit} next={next}>
        {prompt}
      </Choice>
    ));
    expect(message).toContain(
      `<Choice> has the key ${digit}, and tells the caller to press ${said}.\n  at <Choice> (`,
    );
    expect(message).toContain('Fix: say the key that digit has. [E_CHOICES]');
  });

  test('is judged by what its components say, also by SSML', async () => {
    const Press = ({ digit }: { digit: string }) => (
      <Speak voice="Polly.Joanna">
        For sales, press <emphasis>{digit}</emphasis>.
      </Speak>
    );
    const withKey = (digit: string) =>
      rejectionOf((next) => (
        <Choice digit="1" next={next}>
          <Press digit={digit} />
        </Choice>
      ));
    expect(await withKey('2')).toMatch(/^<Choice> has the key 1, and tells the caller to press 2\./);
    expect(await withKey('1')).toBeUndefined();
  });

  test('with an async prompt is served unjudged; one that fails is reported once', async () => {
    const Later = async ({ fails }: { fails: boolean }): Promise<Node> => {
      await new Promise(setImmediate);
      if (fails) throw new Error('The database is down');
      return <Speak>For sales, press 2.</Speak>;
    };
    const later = (fails: boolean) =>
      rejectionOf((next) => (
        <Choice digit="1" next={next}>
          <Later fails={fails} />
        </Choice>
      ));
    expect(await later(false)).toBeUndefined();
    expect(await later(true)).toMatch(/^<Later> failed\.\n  at <Later> \(test\/dialog\/check-choices/);
  });

  test('with words of another is rejected: spoken, they would choose neither', async () => {
    const message = await rejectionOf((next) => (
      <>
        <Choice digit="1" says={['Sales', 'orders']} next={next} />
        <Choice digit="2" says="sales!" next={next} />
      </>
    ));
    expect(message).toMatch(/^<Choice> says "sales!", as a choice before it does\.\n  at <Choice> \(/);
  });

  test('without words among its words is a choice of keys', async () => {
    const asked = asking(({ sales, operator }) => (
      <Menu onGiveUp={operator()}>
        <Choice digit="1" says={['', ' ']} next={sales()} />
      </Menu>
    ));
    expect(await asked.xml()).toContain('<GetDigits ');
  });

  test.each([
    ['Choice', (next: Next) => <Choice digit="1" next={next} />],
    ['Repeat', () => <Repeat digit="1" />],
  ])('outside of a menu is rejected: %s', async (name, choice) => {
    const asked = asking(({ sales }) => choice(sales()));
    await expect(asked.xml()).rejects.toThrow(`<${name}> stands outside of a <Menu>.\n  at <${name}> (`);
    const inConfirm = asking(({ sales }) => (
      <Confirm onYes={sales()} onNo={sales()} onGiveUp={sales()}>
        {choice(sales())}
      </Confirm>
    ));
    await expect(inConfirm.xml()).rejects.toThrow(`<${name}> stands outside of a <Menu>.`);
  });
});

describe('a menu without choices', () => {
  const isAsync = async (): Promise<Node> => {
    await new Promise(setImmediate);
    return <Speak>Nothing to choose.</Speak>;
  };
  const Nothing = isAsync;

  test('is rejected while the author looks, also when that takes time', async () => {
    const message = /^<Menu> has no choices\.\n  at <Menu> \(test\/dialog/;
    await expect(asking(({ operator }) => <Menu onGiveUp={operator()} />).xml()).rejects.toThrow(message);
    const later = asking(({ operator }) => (
      <Menu onGiveUp={operator()}>
        <Nothing />
      </Menu>
    ));
    await expect(later.xml()).rejects.toThrow(message);
  });

  test('leads the caller on in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const phone = await asking(({ operator }) => <Menu onGiveUp={operator()} />).call();
    expect(phone.heard.map(({ text }) => text)).toEqual(['Operator.']);
  });
});

test('two choices of one key are rejected in production too: one of them could never be reached', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const asked = asking(({ sales, operator }) => (
    <Menu onGiveUp={operator()}>
      <Choice digit="1" next={sales()} />
      <Choice digit="1" next={operator()} />
    </Menu>
  ));
  const phone = await asked.call({ failures: 'allow' });
  expect(phone.document).not.toContain('GetDigits');
});

test('a prompt with a component that returns itself twice is rejected, as it is anywhere', async () => {
  const Twice = (): Node => [<Twice />, <Twice />];
  const message = await rejectionOf((next) => (
    <Choice digit="1" next={next}>
      <Twice />
    </Choice>
  ));
  expect(message).toMatch(/^More than 500 elements and lists are nested inside each other\./);
});

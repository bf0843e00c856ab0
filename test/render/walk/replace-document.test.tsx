import { describe, expect, test } from 'vitest';
import { Forward, GetDigits, Hangup, level, Only, render, Response, Speak, type Node } from 'plivo-jsx';
import { renderDocument } from '../../../src/render/render.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const there = level('/there', () => <Response />);
const baseUrl = 'https://ivr.example.com';

/** A component that returns its children later. */
async function Later({ turns = 1, children }: { turns?: number; children?: Node }): Promise<Node> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
  return children;
}

describe('<Only>', () => {
  test('is the whole document, wherever it stands', () => {
    const Question = () => (
      <Only>
        <GetDigits action="/a">
          <Speak>Press a key.</Speak>
        </GetDigits>
        <Hangup />
      </Only>
    );
    const xml = render(
      <Response>
        <Speak>Welcome.</Speak>
        <Question />
        <Speak>Never.</Speak>
      </Response>,
      { baseUrl },
    );
    expect(xml).toBe(
      `${declaration}<Response><GetDigits action="${baseUrl}/a"><Speak>Press a key.</Speak></GetDigits><Hangup/></Response>`,
    );
  });

  test('drops async components around it, also those that fail later', async () => {
    const Fails = async (): Promise<Node> => {
      await new Promise(setImmediate);
      throw new Error('The database is down');
    };
    const xml = await render(
      <Response>
        <Fails />
        <Later>
          <Only>
            <Later>
              <Speak>Again.</Speak>
            </Later>
          </Only>
        </Later>
        <Later turns={3}>
          <Only>
            <Speak>Too late.</Speak>
          </Only>
        </Later>
      </Response>,
    );
    expect(xml).toBe(`${declaration}<Response><Speak>Again.</Speak></Response>`);
  });

  test('has the facts of its own content only', () => {
    const rendered = renderDocument(
      <Response>
        <Speak>Welcome.</Speak>
        <GetDigits action="/first" />
        <Only>
          <GetDigits action="/second" />
        </Only>
      </Response>,
      { baseUrl },
    );
    expect(rendered).toMatchObject({
      facts: { isHeard: false, steps: [{ links: [{ url: `${baseUrl}/second` }] }], forward: undefined },
    });
  });

  test('keeps the place of a problem inside it', () => {
    const Question = () => (
      <Only>
        <GetDigits timeout={0} />
      </Only>
    );
    expect(() =>
      render(
        <Response>
          <Question />
        </Response>,
      ),
    ).toThrow(/<GetDigits> [^]*in <Response>[^]*in <Question>[^]*in <Response>/);
  });
});

describe('<Forward>', () => {
  const forwarded = (node: Node) => renderDocument(node, { baseUrl, isForwarded: true });

  test('hands the level on, when nothing was said before it', () => {
    expect(
      forwarded(
        <Response>
          {false}
          <Forward to={there()} />
          <Speak>Never.</Speak>
        </Response>,
      ),
    ).toMatchObject({ xml: '', facts: { forward: { href: '/there', level: '/there' } } });
  });

  test('is a <Redirect> after something that is said', () => {
    expect(
      forwarded(
        <Response>
          <Speak>We are closed.</Speak>
          <Forward to={there()} />
        </Response>,
      ),
    ).toMatchObject({
      xml: `${declaration}<Response><Speak>We are closed.</Speak><Redirect>${baseUrl}/there</Redirect></Response>`,
      facts: { forward: undefined },
    });
  });

  test('is a <Redirect> after an async component, which may still say something', async () => {
    await expect(
      forwarded(
        <Response>
          <Later>
            <Speak>We are closed.</Speak>
          </Later>
          <Forward to={there()} />
        </Response>,
      ),
    ).resolves.toMatchObject({
      xml: `${declaration}<Response><Speak>We are closed.</Speak><Redirect>${baseUrl}/there</Redirect></Response>`,
    });
  });

  test('hands the level on inside of <Only>, whatever is said before that', () => {
    expect(
      forwarded(
        <Response>
          <Speak>Welcome.</Speak>
          <Only>
            <Forward to={there()} />
          </Only>
        </Response>,
      ),
    ).toMatchObject({ facts: { forward: { href: '/there' } } });
  });

  test('is a <Redirect> where no flow is served', () => {
    expect(
      render(
        <Response>
          <Forward to={there()} />
        </Response>,
        { baseUrl },
      ),
    ).toBe(`${declaration}<Response><Redirect>${baseUrl}/there</Redirect></Response>`);
  });

  test('redirects by GET to a level that answers only GET', () => {
    const page = level('/page', { methods: ['GET'] }, () => <Response />);
    expect(
      render(
        <Response>
          <Forward to={page()} />
        </Response>,
        { baseUrl },
      ),
    ).toBe(`${declaration}<Response><Redirect method="GET">${baseUrl}/page</Redirect></Response>`);
  });
});

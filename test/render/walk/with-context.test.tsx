import { expect, test } from 'vitest';
import { render, Response, Speak, WithContext, type Context, type Node } from 'plivo-jsx';

const Language = (_props: {}, { language = 'none', baseUrl }: Context) => (
  <Speak>{`${language} at ${baseUrl}`}</Speak>
);

async function Later({ children }: { children?: Node }): Promise<Node> {
  await new Promise(setImmediate);
  return children;
}

test('components inside see its values, and all others of the context around it', async () => {
  const xml = await render(
    <Response>
      <Language />
      <WithContext values={{ language: 'es' }}>
        <Language />
        <Later>
          <WithContext values={{ language: 'hi' }}>
            <Later>
              <Language />
            </Later>
          </WithContext>
          <Language />
        </Later>
      </WithContext>
      <Language />
    </Response>,
    { baseUrl: 'https://a.example' },
  );
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response>' +
      ['none', 'es', 'hi', 'es', 'none']
        .map((language) => `<Speak>${language} at https://a.example</Speak>`)
        .join('') +
      '</Response>',
  );
});

import { explore, flowSnapshot } from 'plivo-jsx/check';
import { describe, expect, test } from 'vitest';
import { prettyXml } from '../../../src/check/snapshot/pretty-xml.ts';
import { ask, bye, dial, goTo, say, serving, url, type Asked } from '../servers.ts';

/** Asks three times, and counts in the query. */
const counting = ({ path, query, fields }: Asked) => {
  const attempt = Number(query.get('try') ?? 1);
  if (path === '/ivr') return ask(`/choice?try=${attempt}`, 'Press 1.') + bye;
  if (fields['Digits'] === '1') return dial('action="/done"');
  return attempt < 3 ? say('Wrong.') + goTo(`/ivr?try=${attempt + 1}`) : bye;
};

const snapshotOf = async (answer: (asked: Asked) => string, options?: { readonly every: boolean }) =>
  flowSnapshot(await explore(url, { transport: serving(answer) }), options);

describe('a flow snapshot', () => {
  test('has each document with its script, and one for those that differ in queries only', async () => {
    expect(await snapshotOf(counting)).toMatchInlineSnapshot(`
      "All documents that a caller of /ivr can reach: 8.
      Above each stand the shortest script that reaches it, and its request.
      Shown are 5; each of the others differs from one of them only in the queries of its URLs.


      === The call is answered
      POST /ivr
      2 more differ in try (1, 2, 3)

      <Response>
        <GetDigits action="/choice?try=1" numDigits="1">
          <Speak>Press 1.</Speak>
        </GetDigits>
        <Speak>Goodbye.</Speak>
        <Hangup/>
      </Response>


      === 1
      POST /choice

      <Response>
        <Dial action="/done">
          <Number>…23</Number>
        </Dial>
      </Response>


      === 2
      POST /choice
      1 more differs in try (2, 3)

      <Response>
        <Speak>Wrong.</Speak>
        <Redirect>/ivr?try=2</Redirect>
      </Response>


      === 2 2 2
      POST /choice

      <Response>
        <Speak>Goodbye.</Speak>
        <Hangup/>
      </Response>


      === 1 dial:completed
      POST /done

      <Response>
        <Speak>Wrong.</Speak>
        <Redirect>/ivr?try=2</Redirect>
      </Response>
      "
    `);
  });

  test('has every document when it is told to', async () => {
    const all = await snapshotOf(counting, { every: true });
    expect(all.split('\n').filter((line) => line.startsWith('==='))).toEqual([
      '=== The call is answered',
      '=== 2',
      '=== 2 2',
      '=== 1',
      '=== 2',
      '=== 2 2',
      '=== 2 2 2',
      '=== 1 dial:completed',
    ]);
  });

  test('is the same for the same flow at another address', async () => {
    const elsewhere = (asked: Asked) => counting(asked).replaceAll('ivr.example.com', 'other.example.net');
    const graph = await explore('https://other.example.net/ivr', { transport: serving(elsewhere) });
    expect(flowSnapshot(graph)).toBe(await snapshotOf(counting));
  });

  test('changes with a word that one document says', async () => {
    const changed = (asked: Asked) => counting(asked).replace('Goodbye.', 'Bye.');
    expect(await snapshotOf(changed)).not.toBe(await snapshotOf(counting));
  });

  test('changes with a count of tries that is in no document of the snapshot', async () => {
    const more = (asked: Asked) =>
      asked.query.get('try') === '2' ? counting(asked).replace('try=3', 'try=9') : counting(asked);
    expect(await snapshotOf(more)).not.toBe(await snapshotOf(counting));
  });

  test('has no number that is dialled', async () => {
    expect(await snapshotOf(counting)).not.toContain('14155550123');
  });
});

describe('pretty XML', () => {
  test('has an element a line, and a text with its marks on one', () => {
    const xml =
      '<?xml version="1.0"?><Response><Speak voice="Polly.Joanna">Now <break time="1s"/> &amp; <emphasis level="strong">then &lt; 5</emphasis>.</Speak><GetDigits action="/a?b=1&amp;c=2"><Play>a.mp3</Play></GetDigits><Hangup/></Response>';
    expect(prettyXml(xml)).toBe(
      [
        '<Response>',
        '  <Speak voice="Polly.Joanna">Now <break time="1s"/> &amp; <emphasis level="strong">then &lt; 5</emphasis>.</Speak>',
        '  <GetDigits action="/a?b=1&amp;c=2">',
        '    <Play>a.mp3</Play>',
        '  </GetDigits>',
        '  <Hangup/>',
        '</Response>',
      ].join('\n'),
    );
  });

  test('what is no XML stays as it is', () => {
    expect(prettyXml('no XML')).toBe('no XML');
  });
});

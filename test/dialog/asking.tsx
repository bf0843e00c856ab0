/**
 * A level that asks, in a flow of its own, for tests of dialogs: it can be called, and the XML of each request can be read.
 * @module
 */
import { flow, Hangup, level, preview, Response, Speak, type Node } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call, type TestCallOptions } from 'plivo-jsx/testing';

/** A level that says one sentence, and hangs up. */
const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Response>
      <Speak>{text}</Speak>
      <Hangup />
    </Response>
  ));

/** The levels that a dialog may lead to. */
const createEnds = () => ({
  sales: end('/sales', 'Sales.'),
  results: end('/results', 'Results.'),
  operator: end('/operator', 'Operator.'),
});

type Ends = ReturnType<typeof createEnds>;

/** The public address of the app. */
export const baseUrl = 'https://ivr.example';

/**
 * Creates a level whose document is a welcome and a dialog.
 *
 * @param dialog gets the levels that it may lead to
 */
export function asking(dialog: (ends: Ends) => Node) {
  const ends = createEnds();
  const asked = level('/menu', () => (
    <Response>
      <Speak>Welcome.</Speak>
      <>{dialog(ends)}</>
    </Response>
  ));
  const flows = [flow('menu', { levels: [asked, ...Object.values(ends)] })];
  const app = createApp({ flows });
  return {
    app,
    /** Calls the level. */
    call: async (callOptions?: TestCallOptions) => call(await app, '/menu', callOptions),
    /** The XML that answers one request, one element a line. */
    xml: (query = '', fields: Record<string, string> = {}) =>
      preview(flows, `/menu${query}`, { baseUrl, fields }),
  };
}

/** Presses one key as long as the call goes on, at most 30 times. Returns how often. */
export async function holdKey(
  phone: { readonly ended?: unknown; press(keys: string): Promise<unknown> },
  key: string,
): Promise<number> {
  let pressed = 0;
  for (; phone.ended === undefined && pressed < 30; pressed++) await phone.press(key);
  return pressed;
}

/** Says and presses nothing until the call ends, at most 30 times. Returns how often. */
export async function staySilent(phone: {
  readonly ended?: unknown;
  wait(): Promise<unknown>;
}): Promise<number> {
  let waited = 0;
  for (; phone.ended === undefined && waited < 30; waited++) await phone.wait();
  return waited;
}

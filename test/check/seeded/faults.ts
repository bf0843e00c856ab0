/**
 * The faults that are planted: one for each rule whose level is error.
 */
import type { GraphLevel } from '../../../src/check/graph.ts';
import { ask, askWords, bye, dial, goTo, record, say } from '../servers.ts';
import { levelTable, pathOf, promptOf, type Kind, type Level, type Plant } from './random-flow.ts';

/** A fault of one rule. */
export interface Fault {
  readonly rule: string;
  readonly name: string;
  /** The kind of level that can have it; undefined for any. */
  readonly kind?: Kind;
  /** Whether no level may ask for a number, which nobody can guess. */
  readonly isWithoutNumbers?: true;
  /** A new fault: what it keeps belongs to one server. */
  plant(): Plant;
  /** The levels that the app knows. Default: those that it answers for. */
  readonly levels?: (levels: readonly Level[]) => readonly GraphLevel[];
}

/** Replaces the first document of a level, and leaves the answers to its own input. */
const first =
  (document: (level: Level) => string): Plant =>
  ({ query }, level) =>
    query.size === 0 ? document(level) : undefined;

const menuOf = (level: Level) => ask(`${pathOf(level.id)}?try=1`, promptOf(level));
const whole = (body: string, headers = { 'content-type': 'text/xml' }) => ({ status: 200, headers, body });

export const faults: readonly Fault[] = [
  {
    rule: 'R001',
    name: 'silence is asked again without end',
    kind: 'menu',
    plant: () => first((level) => menuOf(level) + goTo(pathOf(level.id))),
  },
  {
    rule: 'R001',
    name: 'a prompt without end',
    plant: () => first(() => '<Speak loop="0">Please hold.</Speak>'),
  },
  {
    rule: 'R002',
    name: 'a wrong key is asked again without end',
    kind: 'menu',
    plant:
      () =>
      ({ query, fields }, level) =>
        query.size === 0 || level.next[Number(fields['Digits']) - 1] !== undefined
          ? undefined
          : say('That is no option.') + goTo(pathOf(level.id)),
  },
  {
    rule: 'R003',
    name: 'nonsense is asked again without end',
    kind: 'speech',
    plant:
      () =>
      ({ query, fields }, level) =>
        query.size === 0 || fields['Speech'] === 'yes'
          ? undefined
          : say('I did not understand.') +
            askWords(`${pathOf(level.id)}?try=1`, promptOf(level), 'inputType="speech" hints="yes"') +
            bye,
  },
  { rule: 'R004', name: 'an element of Twilio', plant: () => () => `<Say>Hello.</Say>${bye}` },
  { rule: 'R004', name: 'an ampersand that is not escaped', plant: () => () => say('Salt & pepper.') + bye },
  {
    rule: 'R004',
    name: 'JSON',
    plant: () => () => whole('{"error":"failed"}', { 'content-type': 'application/json' }),
  },
  { rule: 'R005', name: 'a status of 500', plant: () => () => 500 },
  {
    rule: 'R005',
    name: 'a forgotten outcome',
    kind: 'dial',
    plant:
      () =>
      ({ fields }) =>
        fields['DialStatus'] === 'no-answer' ? 404 : undefined,
  },
  {
    rule: 'R006',
    name: 'a path where Plivo wants an address',
    plant: () => first(() => '<Redirect>/ivr</Redirect>'),
  },
  {
    rule: 'R007',
    name: 'a second delivery that books once more',
    plant: () => {
      let booked = 0;
      return first(() => say(`You are number ${++booked}.`) + bye);
    },
  },
  { rule: 'R008', name: 'nothing after an input', kind: 'menu', plant: () => first(menuOf) },
  {
    rule: 'R008',
    name: 'nothing after a Dial',
    kind: 'dial',
    plant: () => first((level) => say(promptOf(level)) + dial('')),
  },
  {
    rule: 'R009',
    name: 'a confirmKey without an end',
    kind: 'dial',
    plant: () =>
      first(
        (level) =>
          say(promptOf(level)) +
          dial(
            `action="${pathOf(level.id)}?done=1" confirmSound="${pathOf(level.id)}?done=1" confirmKey="1"`,
          ),
      ),
  },
  {
    rule: 'R010',
    name: 'a message that is lost',
    kind: 'record',
    plant: () =>
      first(
        (level) =>
          say('Leave a message.') +
          record(`action="${pathOf(level.id)}?done=1"`) +
          say('I heard nothing.') +
          bye,
      ),
  },
  {
    rule: 'R011',
    name: 'an apology',
    plant: () => () => ({
      ...whole(`<Response>${say('Something went wrong.')}${bye}</Response>`),
      failures: [{ answer: 'apology', message: 'The database is away.' }],
    }),
  },
  {
    rule: 'R012',
    name: 'one variable for all callers',
    kind: 'menu',
    plant: () => {
      let last = 'none';
      return ({ query, fields }, level) => {
        if (query.size === 0) return say(`The last choice was ${last}.`) + menuOf(level) + bye;
        last = fields['Digits'] ?? last;
        return undefined;
      };
    },
  },
  {
    rule: 'R013',
    name: 'an address that no level has',
    plant: () => first((level) => say(promptOf(level)) + goTo(`${pathOf(level.id)}/gone`)),
  },
  {
    rule: 'R014',
    name: 'a level that nothing leads to',
    isWithoutNumbers: true,
    plant: () => () => undefined,
    levels: (levels) => levelTable(levels, ['/ivr/forgotten']),
  },
  {
    rule: 'R015',
    name: 'a link that no input reaches',
    plant: () => first((level) => say(promptOf(level)) + bye + goTo('/ivr/later')),
    levels: (levels) => [
      ...levelTable(levels),
      { path: '/ivr/later', kind: 'level', isOfFlow: true, isLinked: true },
    ],
  },
  {
    rule: 'R016',
    name: 'a secret number in an address',
    kind: 'pin',
    plant:
      () =>
      ({ fields, query }, level) =>
        query.size > 0 && fields['Digits'] !== undefined
          ? say('Thank you.') + goTo(`${pathOf(level.id)}?given=1&pin=${fields['Digits']}`)
          : query.has('pin')
            ? say('You are in.') + bye
            : undefined,
  },
];

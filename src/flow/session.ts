/**
 * The session of a call: typed values that are kept from one level to the next, outside of URLs.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { PlivoJsxError } from '../errors.ts';
import type { Context } from '../render/context.ts';
import { ignoreRejection } from '../render/promise.ts';
import { callSite } from './call-site.ts';
import { sessionOf } from './call-session.ts';
import { assertReadable, sessionText } from './session-text.ts';

/** The options of {@link session}. */
export interface SessionOptions<T> {
  /** How long a value is kept after it was set, in seconds from 1 to 86400. Default: 3600. */
  readonly ttl?: number | undefined;
  /**
   * Checks what is read, and makes the value of its JSON, such as a `Date` of a text. A value of an older deployment that does not
   * fit any more is `undefined`. Default: none, and every value fits.
   */
  readonly schema?: StandardSchemaV1<unknown, T> | undefined;
}

/** A value in the session of each call. */
export interface Session<T> {
  /** Its name, the same in all processes of an app. */
  readonly name: string;
  /**
   * Reads the value of the call.
   *
   * @param context the second argument of a component or handler
   * @returns `undefined` when it was not set, has expired, was deleted or does not fit the schema, and outside a webhook
   * @throws {@link PlivoJsxError} `E_SESSION` when the store fails: the caller hears "One moment", and the level runs again
   */
  get(context: Context): Promise<T | undefined>;
  /**
   * Sets the value of the call. Outside a webhook it is kept for the render.
   *
   * @param context the second argument of a component or handler
   * @param value what JSON can carry; with a schema, also what `JSON.stringify` makes JSON of
   * @throws {@link PlivoJsxError} `E_SESSION` when the store fails; `E_SESSION_VALUE`, at once, when JSON cannot carry the value or
   *   it has more than 64 KB
   */
  set(context: Context, value: T): Promise<void>;
  /**
   * Deletes the value of the call.
   *
   * @param context the second argument of a component or handler
   * @throws {@link PlivoJsxError} `E_SESSION` when the store fails
   */
  delete(context: Context): Promise<void>;
}

const longestTtl = 86_400;

/** The name is a part of messages and log lines. */
const validName = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/**
 * Creates a value in the session of each call. Create it once, beside the levels that use it: two with the same name are the same
 * value. The values are in the memory of the process or, with the option `store` of the plugin, in a store that all processes share.
 *
 * @param name 1 to 64 letters, digits and `._-`, beginning with a letter
 * @param options how long it is kept, and a schema. Default: an hour, no schema
 * @throws {@link PlivoJsxError} `E_OPTION` when the name or the time cannot be used
 * @example
 * ```tsx
 * import { GetDigits, level, Response, session, Speak } from 'plivo-jsx';
 *
 * const booking = session<{ date: string }>('booking', { ttl: 600 });
 *
 * export const ask = level('/ask', () => (
 *   <Response>
 *     <GetDigits action={confirm()} numDigits={4}>
 *       <Speak>Enter day and month as four digits.</Speak>
 *     </GetDigits>
 *   </Response>
 * ));
 *
 * export const confirm = level('/confirm', async ({ call }, context) => {
 *   const date = call.digits ?? (await booking.get(context))?.date;
 *   if (date !== undefined) await booking.set(context, { date });
 *   return (
 *     <Response>
 *       <Speak>{date === undefined ? 'Goodbye.' : 'Your appointment is noted.'}</Speak>
 *     </Response>
 *   );
 * });
 * ```
 */
export function session<T>(name: string, options: SessionOptions<T> = {}): Session<T> {
  const { ttl = 3600, schema } = options;
  if (typeof name !== 'string' || !validName.test(name))
    throw wrong(
      'name of a session',
      'cannot be used',
      'begin with a letter, and go on with at most 63 letters, digits and . _ -',
    );
  if (!(typeof ttl === 'number' && ttl >= 1 && ttl <= longestTtl))
    throw wrong(`ttl of the session ${name}`, 'is out of range', `give seconds from 1 to ${longestTtl}`);
  return {
    name,
    async get(context) {
      const stored = sessionOf(context);
      const text = await stored.get(name);
      if (text === undefined) return undefined;
      const read = await readText(text, schema);
      if (!read.ok) stored.unfit(name);
      return read.value;
    },
    set: function set(context, value) {
      const setting = { name, hasSchema: schema !== undefined, place: () => callSite(set) };
      const text = sessionText(setting, value);
      const write = () => sessionOf(context).set(name, text, ttl * 1_000);
      // Not before the value was tried: one that cannot be read would be missed in the next level only.
      const read = schema?.['~standard'].validate(JSON.parse(text));
      if (!(read instanceof Promise)) {
        assertReadable(setting, read);
        return unhurried(write());
      }
      const place = setting.place();
      const later = { ...setting, place: () => place };
      return unhurried(read.then((result) => assertReadable(later, result)).then(write));
    },
    delete: (context) => unhurried(sessionOf(context).delete(name)),
  };
}

/** A failure of a write that nobody awaits must not end the process; the server reports it. */
function unhurried(written: Promise<void>): Promise<void> {
  ignoreRejection(written);
  return written;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly value?: undefined };

/** Reads a text as it was stored, perhaps by another version of the app. */
async function readText<T>(text: string, schema: SessionOptions<T>['schema']): Promise<Read<T>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false };
  }
  if (schema === undefined) return { ok: true, value: value as T };
  const result = await schema['~standard'].validate(value);
  return result.issues === undefined ? { ok: true, value: result.value } : { ok: false };
}

const wrong = (option: string, problem: string, suggestion: string) =>
  new PlivoJsxError('E_OPTION', { option, problem, suggestion });

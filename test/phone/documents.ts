import {
  startCall,
  type CallOptions,
  type PhoneCall,
  type PhoneEvent,
  type TransportRequest,
} from '../../src/phone/index.ts';

/** What a made-up server replies: XML, or all of a reply. */
export type Reply =
  | string
  | {
      readonly status?: number;
      readonly body?: string;
      readonly type?: string;
      readonly seconds?: number;
      readonly headers?: { readonly [name: string]: string };
    };

/** What the phone asked a server for. */
export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly params: { readonly [name: string]: string };
}

/** A call to documents in memory, and everything that was asked for. */
export interface TestCall {
  readonly call: PhoneCall;
  readonly asked: Asked[];
  /** What was requested, as `POST /path`, from the beginning of the call. */
  paths(): string[];
  /** The parameters of the last request to a path. */
  params(path: string): { readonly [name: string]: string };
  /** What was heard: texts, files in brackets, beeps. */
  heard(): string[];
  /** Events of one kind. */
  all<Name extends PhoneEvent['event']>(name: Name): Extract<PhoneEvent, { readonly event: Name }>[];
}

export const host = 'https://app.example.com';

/** Calls `/`, which answers with the document given; other paths are in `others`, and what is not there is empty. */
export async function callTo(
  document: Reply,
  others: { readonly [path: string]: Reply | ((asked: Asked) => Reply) } = {},
  options: CallOptions = {},
): Promise<TestCall> {
  const asked: Asked[] = [];
  const transport = async (request: TransportRequest) => {
    const url = new URL(request.url);
    const params = Object.fromEntries(new URLSearchParams(request.body ?? url.search));
    const each = { path: url.pathname, method: request.method, params };
    asked.push(each);
    const found = url.pathname === '/' ? document : (others[url.pathname] ?? '');
    const reply = typeof found === 'function' ? found(each) : found;
    const {
      status = 200,
      body = '',
      type = 'text/xml',
      seconds,
      headers = {},
    } = typeof reply === 'string' ? { body: reply } : reply;
    return { status, body, headers: { 'content-type': type, ...headers }, seconds };
  };
  const call = await startCall(`${host}/`, { transport, ...options });
  return {
    call,
    asked,
    paths: () => asked.map(({ method, path }) => `${method} ${path}`),
    params: (path) => asked.findLast((each) => each.path === path)?.params ?? {},
    heard: () => call.events.flatMap(wordsOf),
    all: (name) => call.events.filter((event) => event.event === name) as never,
  };
}

function wordsOf(event: PhoneEvent): string[] {
  if (event.event === 'speak') return [event.text];
  if (event.event === 'play') return [`[${event.url}]`];
  return event.event === 'beep' ? ['(beep)'] : [];
}

/** A document with these elements; `{host}` becomes the address of the server. */
export const response = (elements: string): string =>
  `<Response>${elements.replaceAll('{host}', host)}</Response>`;

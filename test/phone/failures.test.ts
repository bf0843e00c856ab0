/* Reference §3.6 and §3.8: what a server does wrong, over real HTTP on loopback, and the code with which Plivo ends the call. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isError, startCall, type CallOptions, type PhoneCall } from '../../src/phone/index.ts';

type Answer = (request: IncomingMessage, reply: ServerResponse) => void;
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server on loopback; gives its address without a slash at the end. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const replying =
  (body: string, status = 200, type = 'text/xml'): Answer =>
  (_, reply) => {
    reply.writeHead(status, { 'content-type': type }).end(body);
  };

const callOf = async (answer: Answer, options?: CallOptions): Promise<PhoneCall> =>
  startCall(`${await serve(answer)}/ivr`, options);

/** Answers `/ivr` with a document that leads on, and every other path with what is given. */
const leadingOn =
  (document: (origin: string) => string, then: Answer): Answer =>
  (request, reply) => {
    if (request.url === '/ivr') replying(document(`http://${request.headers.host}`))(request, reply);
    else then(request, reply);
  };

const said = ({ ended }: PhoneCall) => `${ended?.code} ${ended?.name}: ${ended?.message} ${ended?.fix}`;

describe('the answer URL', () => {
  test.each([
    [
      404,
      'check the path, and that the server answers POST there, or call with the answer method GET (--answer-method GET).',
    ],
    [405, 'answer POST at this path, or call with the answer method GET (--answer-method GET).'],
    [
      401,
      'sign the call with the auth token (--sign, --token), if the server checks signatures, or put user and password into the URL.',
    ],
    [403, 'sign the call with the auth token (--sign, --token), if the server checks signatures.'],
    [302, 'give the final address; Plivo wants a reply of 2xx.'],
    [500, 'reply with status 200 and XML even when something fails, such as a <Speak> and a <Hangup>.'],
  ])('status %i ends the call with 7011', async (status, fix) => {
    const call = await callOf(replying('<Response/>', status));
    expect(said(call)).toBe(
      `7011 Error Reaching Answer URL: The answer URL (/ivr) replied with status ${status}, and Plivo takes only 2xx. ${fix}`,
    );
    expect(call.events.at(-1)).toEqual({
      at: 0,
      event: 'ended',
      code: 7011,
      name: 'Error Reaching Answer URL',
    });
  });

  test('a server that is not there ends the call with 7011, after one retry', async () => {
    const origin = await serve(replying(''));
    closing.splice(0).forEach((close) => close());
    const call = await startCall(`${origin}/ivr`);
    expect(said(call)).toBe(
      `7011 Error Reaching Answer URL: The answer URL (/ivr) could not be reached (2 tries). Nothing listens at ${new URL(origin).host}. start the server, and check host and port of the address.`,
    );
    expect(call.events.filter(({ event }) => event === 'request')).toHaveLength(2);
  });

  test('a server that never replies ends the call with 7011', async () => {
    const call = await startCall(`${await serve(() => {})}/ivr#rt=100&rc=0`);
    expect(said(call)).toBe(
      '7011 Error Reaching Answer URL: The answer URL (/ivr) could not be reached: no reply within 0.1 s. reply within 15 s; do slow work after the reply.',
    );
  });

  test('a connection that breaks off ends the call with 7011', async () => {
    const call = await callOf((request) => void request.socket.destroy());
    expect(said(call)).toBe(
      '7011 Error Reaching Answer URL: The answer URL (/ivr) could not be reached: the connection broke off (2 tries). ' +
        'look into the log of the server: it closed the connection before its reply was whole, or write https:// if this port takes https only.',
    );
  });

  test('a server whose name nobody knows is not told to start', async () => {
    const call = await startCall('http://nobody.invalid/ivr#rc=0');
    expect(call.ended).toMatchObject({
      code: 7011,
      fix: 'check the host name of the address.',
    });
  });

  test('a redirect is told with the address that it leads to, without user and query', async () => {
    const call = await callOf((_, reply) => {
      reply.writeHead(301, { location: '//ann:secret@ivr.example.com/ivr/?From=15550100100' }).end();
    });
    expect(call.ended).toMatchObject({
      code: 7011,
      fix: 'give the final address, http://ivr.example.com/ivr/; Plivo wants a reply of 2xx.',
    });
  });

  test('an address without a path is told to have none', async () => {
    const call = await startCall(await serve(replying('', 404)));
    expect(call.ended).toMatchObject({
      message: 'The answer URL (/) replied with status 404, and Plivo takes only 2xx.',
      fix: 'add the path of the answer URL, such as /ivr, and check that the server answers POST there, or call with the answer method GET (--answer-method GET).',
    });
  });

  test('https is https in capital letters, too', async () => {
    const origin = await serve(replying('<Response/>'));
    const call = await startCall(`${origin.replace('http', 'HTTPS')}/ivr#rc=0`);
    expect(call.ended?.message).toBe(
      `The answer URL (/ivr) could not be reached. ${new URL(origin).host} does not use TLS at this port, and https needs it.`,
    );
  });

  test('a server that changes to another protocol, and headers without an end, are told at once', async () => {
    const upgraded = await callOf((request) => {
      request.socket.end(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
      );
    });
    expect(upgraded.ended?.message).toBe(
      'The answer URL (/ivr) replied with status 101, and Plivo takes only 2xx.',
    );
    const long = await callOf((request) => {
      request.socket.end(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(20_000)}\r\nContent-Length: 0\r\n\r\n`);
    });
    expect(long.ended).toMatchObject({
      message: 'The answer URL (/ivr) could not be reached: the headers of the reply are too long (2 tries).',
      fix: 'send headers of at most 16 KB.',
    });
  });

  test('https:// where there is no TLS, and no HTTP at all, are told as such', async () => {
    const origin = await serve(replying('<Response/>'));
    const tls = await startCall(`${origin.replace('http:', 'https:')}/ivr#rc=0`);
    expect(tls.ended?.fix).toBe('write http:// if the server has no TLS at this port.');
    const other = await callOf((request) => void request.socket.end('hello\r\n\r\n'), {});
    expect(other.ended).toMatchObject({
      message: 'The answer URL (/ivr) could not be reached: the reply was no HTTP (2 tries).',
      fix: 'check the port, and write https:// if the server has TLS there.',
    });
  });

  test.each([
    [
      'JSON',
      '{"error":"no"}',
      'The reply is JSON, and Plivo reads XML.',
      'reply with XML that begins with <Response>, as text/xml or application/xml.',
    ],
    [
      'an HTML page',
      '<!DOCTYPE html><html></html>',
      'The reply is an HTML page, such as an error page or a login page, and Plivo reads XML.',
      'reply with XML that begins with <Response>, as text/xml or application/xml.',
    ],
    ['an empty body', '', 'The reply is empty.', 'reply with at least <Response></Response>.'],
    [
      'plain text',
      'Hello',
      'The reply is plain text, and Plivo reads XML.',
      'reply with XML that begins with <Response>, as text/xml or application/xml.',
    ],
    [
      'an unescaped &',
      '<Response>\n<Play>https://a.example/?a=1&b=2</Play></Response>',
      'An & is not escaped.',
      'write &amp; instead of &, in URLs too.',
    ],
    [
      'gzip',
      '\x1F\uFFFD\x08\0\0',
      'The reply is compressed, although the request did not accept compression.',
      'send it without gzip.',
    ],
    ['UTF-16', '\uFFFD\uFFFD<\0R\0', 'The reply is not written in UTF-8.', 'save and send it as UTF-8.'],
    [
      'a byte order mark',
      '\uFEFF<Response/>',
      'The reply begins with a byte order mark.',
      'save the file as UTF-8 without BOM.',
    ],
    [
      'white space before the declaration',
      '\n<?xml version="1.0"?><Response/>',
      'There is white space before the XML declaration.',
      'let <?xml be the very first characters of the reply.',
    ],
    [
      'a closing tag in the wrong place',
      '<Response><GetDigits><Speak>Hi</GetDigits></Speak></Response>',
      '</GetDigits> closes nothing that is open; <Speak> is.',
      'close the tags in the reverse order in which they were opened.',
    ],
    [
      'an open tag',
      '<Response><Speak>Hi</Response>',
      '</Response> closes nothing that is open; <Speak> is.',
      'close the tags in the reverse order in which they were opened.',
    ],
    ['half a document', '<Response><Speak>Hi</Speak>', '<Response> is never closed.', 'add </Response>.'],
    [
      'Twilio’s Say',
      '<Response><Say>Hi</Say></Response>',
      'There is no Plivo element <Say>.',
      'write <Speak>.',
    ],
    [
      'Twilio’s Gather',
      '<Response><Gather/></Response>',
      'There is no Plivo element <Gather>.',
      'write <GetDigits>, or <GetInput> for speech.',
    ],
    [
      'a misspelt element',
      '<Response><Getdigits/></Response>',
      'There is no Plivo element <Getdigits>. Did you mean <GetDigits>?',
      'write <GetDigits>.',
    ],
    [
      'bad nesting',
      '<Response><Dial><Speak>Hi</Speak></Dial></Response>',
      '<Speak> cannot be inside <Dial>.',
      '<Dial> takes only <Number> or <User>; move the <Speak> before or after the <Dial>.',
    ],
    [
      'an unknown language',
      '<Response><Speak language="hi-IN">Hi</Speak></Response>',
      '<Speak> has the voice WOMAN, which does not speak the language hi-IN.',
      'choose a pair from "Voices and languages" in docs/reference/elements.md; Plivo ends the call on any other.',
    ],
    [
      'a number below the least',
      '<Response><GetDigits retries="0"/></Response>',
      'retries of <GetDigits> is "0", and it takes a whole number, 1 or more.',
      'write a value that it takes, or leave retries out.',
    ],
    [
      'an attribute without quotes',
      '<Response><Wait length=3/></Response>',
      'The value of an attribute has no quotes.',
      'write name="value".',
    ],
    [
      'a " inside of a value',
      '<Response><GetInput hints="say "yes""/></Response>',
      'The value of an attribute ends too early, or two attributes have no space between.',
      'write &quot; for a " inside of a value, and a space between attributes.',
    ],
    [
      'a comment with -- inside',
      '<Response><!-- a -- b --></Response>',
      'A comment has -- inside.',
      'remove the comment; Plivo may stumble over any.',
    ],
    [
      'a document type',
      '<!DOCTYPE Response [<!ENTITY a "b">]><Response><Speak>&a;</Speak></Response>',
      'The reply has a document type.',
      'remove the <!DOCTYPE …>; Plivo wants a plain <Response>.',
    ],
    [
      'a warning of PHP before the document',
      '<br />\n<b>Warning</b>: Undefined variable\n<Response/>',
      'The reply is an HTML page, such as an error page or a login page, and Plivo reads XML.',
      'reply with XML that begins with <Response>, as text/xml or application/xml.',
    ],
    [
      'a second document',
      '<Response/><Response/>',
      'There is something after </Response>.',
      'put everything into one <Response>.',
    ],
    [
      'a prefix',
      '<p:Response xmlns:p="https://a.example"/>',
      'The document begins with <p:Response>, and Plivo wants <Response>.',
      'write <Response>, with a capital R and no prefix.',
    ],
    [
      'over 100 KB',
      `<Response><Speak>${'x'.repeat(102_400)}</Speak></Response>`,
      'The reply has more than 100 KB.',
      'say less in one document, or go on in another one with <Redirect>.',
    ],
  ])('%s ends the call with 8011', async (_, body, says, fix) => {
    const call = await callOf(replying(body));
    expect(said(call)).toBe(`8011 Invalid Answer XML: The answer URL (/ivr): ${says} ${fix}`);
    expect(isError(call.ended!.code)).toBe(true);
  });

  test('the place of a mistake is told, as line and column', async () => {
    const call = await callOf(replying('<Response>\n  <Play>https://a.example/?a=1&b=2</Play>\n</Response>'));
    expect(call.events.find(({ event }) => event === 'error')).toMatchObject({ line: 2, column: 31 });
  });

  test.each([
    ['in the same line', '<Response><Say>Hi</Say></Response>', 1, 11],
    ['with attributes', '<Response>\n  <Say voice="x">Hi</Say></Response>', 2, 3],
    ['at the end of a line', '<Response>\r\n  <Say\r\n voice="x">Hi</Say></Response>', 2, 3],
  ])('the place of an element is where its tag begins: %s', async (_, document, line, column) => {
    const call = await callOf(replying(document));
    expect(call.events.find(({ event }) => event === 'error')).toMatchObject({ line, column });
  });

  test('a number that stands in <Dial> itself is said to belong into a <Number>', async () => {
    const call = await callOf(replying('<Response><Dial>15550123456</Dial></Response>'));
    expect(call.events.find(({ event }) => event === 'warning')).toMatchObject({
      message: '<Dial> has text inside, which Plivo ignores.',
      fix: 'put a number into a <Number>, or remove it.',
    });
  });

  test('a content type that is no XML is warned of', async () => {
    const call = await callOf(replying('<Response/>', 200, 'text/html'));
    expect(call.ended?.code).toBe(4010);
    expect(call.events).toContainEqual(
      expect.objectContaining({ event: 'warning', message: '/ivr replied with the content type text/html.' }),
    );
  });

  test('fallback_url is tried when answer_url fails', async () => {
    const origin = await serve((request, reply) =>
      request.url === '/fallback'
        ? replying('<Response><Speak>sorry</Speak></Response>')(request, reply)
        : replying('{}')(request, reply),
    );
    const call = await startCall(`${origin}/ivr`, { fallbackUrl: `${origin}/fallback` });
    expect(call.events).toContainEqual(expect.objectContaining({ event: 'speak', text: 'sorry' }));
    expect(call.ended?.code).toBe(4010);
  });
});

describe('what a document leads to', () => {
  const menu = (origin: string) => `<Response><GetDigits action="${origin}/act" numDigits="1"/></Response>`;
  const redirect = (origin: string) => `<Response><Redirect>${origin}/next</Redirect></Response>`;

  test('an action that is unreachable or not 2xx ends the call with 7012', async () => {
    const call = await callOf(leadingOn(menu, replying('', 500)));
    await call.press('1');
    expect(call.ended).toMatchObject({ code: 7012, name: 'Error Reaching Action URL' });
  });

  test('a bad action URL ends the call with 7022', async () => {
    const call = await callOf(replying('<Response><GetDigits action="/act" numDigits="1"/></Response>'));
    await call.press('1');
    expect(said(call)).toBe(
      '7022 Invalid Action URL: The action of <GetDigits> is "/act", which is no absolute URL. write the whole address, such as https://example.com/menu.',
    );
  });

  test('a bad action URL or method is warned of, also when nobody comes so far', async () => {
    const xml = '<Response><GetDigits timeout="1" action="/act" method="post"/></Response>';
    const call = await callOf(replying(xml));
    await call.wait();
    expect(call.ended?.code).toBe(4010);
    expect(call.events.filter(({ event }) => event === 'warning')).toMatchObject([
      {
        message:
          'action of <GetDigits> is "/act", and it takes an absolute http:// or https:// URL; Plivo cannot request it.',
        line: 1,
        column: 11,
      },
      { message: 'method of <GetDigits> is "post", and it takes "GET", "POST"; Plivo cannot request it.' },
    ]);
  });

  test('a callback URL that is none is told once, and nobody is asked', async () => {
    const xml = '<Response><Dial callbackUrl="/called"><Number>15550123456</Number></Dial></Response>';
    const call = await callOf(replying(xml));
    await call.dialOutcome('completed');
    expect(call.events.filter(({ event }) => event === 'warning')).toMatchObject([
      {
        message:
          'callbackUrl of <Dial> is "/called", and it takes an absolute http:// or https:// URL; it is left out.',
      },
    ]);
    expect(call.events.filter(({ event }) => event === 'request')).toHaveLength(1);
  });

  test('a bad method of an action ends the call with 7032', async () => {
    const call = await callOf(
      leadingOn(
        (origin) => `<Response><GetDigits action="${origin}/act" method="PUT" numDigits="1"/></Response>`,
        replying(''),
      ),
    );
    await call.press('1');
    expect(call.ended).toMatchObject({ code: 7032, name: 'Invalid Method For Action URL' });
  });

  test('bad XML of an action ends the call with 8012', async () => {
    const call = await callOf(leadingOn(menu, replying('oops')));
    await call.press('1');
    expect(call.ended).toMatchObject({ code: 8012, name: 'Invalid Action XML' });
  });

  test.each([
    ['unreachable or not 2xx', redirect, replying('', 404), 7014, 'Error Reaching Redirect URL'],
    [
      'a bad URL',
      () => '<Response><Redirect>next</Redirect></Response>',
      replying(''),
      7024,
      'Invalid Redirect URL',
    ],
    [
      'a bad method',
      (origin: string) => `<Response><Redirect method="get">${origin}/x</Redirect></Response>`,
      replying(''),
      7034,
      'Invalid Method For Redirect URL',
    ],
    ['bad XML', redirect, replying('<Response>'), 8014, 'Invalid Redirect XML'],
  ] as const)('Redirect: %s', async (_, document, then, code, name) => {
    expect((await callOf(leadingOn(document, then))).ended).toMatchObject({ code, name });
  });

  test('An action failure is fatal only with redirect=true', async () => {
    const call = await callOf(
      leadingOn(
        (origin) =>
          `<Response><GetDigits action="${origin}/act" redirect="false" numDigits="1"/><Speak>on</Speak></Response>`,
        replying('', 500),
      ),
    );
    await call.press('1');
    expect(call.ended?.code).toBe(4010);
  });

  test('Failures of notification callbacks (callbackUrl, hangup_url, status callbacks, interim) never affect the call', async () => {
    const origin = await serve(
      leadingOn(
        (at) =>
          `<Response><Message src="1" dst="2" callbackUrl="${at}/sms">Hi</Message><Speak>on</Speak></Response>`,
        replying('no', 500),
      ),
    );
    const call = await startCall(`${origin}/ivr`, { hangupUrl: `${origin}/bye` });
    expect(call.ended?.code).toBe(4010);
    expect(call.events.filter(({ event }) => event === 'warning')).toHaveLength(2);
  });
});

import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { explore } from '../../../src/check/explore.ts';
import { parseScript, runScript, startCall, startingPace, type Transport } from '../../../src/phone/index.ts';
import { documentsOf } from '../replay.ts';
import { withoutStyle } from '../without-style.ts';
import { ask, askWords, bye, dial, goTo, record, say, serving, url, type Asked } from '../servers.ts';

/** The findings for a server, as `R001 the script: the sentence`. Each script runs as printed. */
async function found(transport: Transport): Promise<string[]> {
  const graph = await explore(url, { transport });
  const findings = check(graph, withoutStyle);
  for (const { script, node } of findings) {
    // What the finding is about is where its script leads.
    if (node !== undefined && graph.state === 'request')
      expect(await documentsOf(url, transport, script)).toContain(graph.nodes[node]!.xml);
    const steps = parseScript(script);
    const call = await startCall(url, { transport, pace: startingPace(steps) });
    expect(await runScript(call, steps)).toEqual([]);
  }
  return findings.map(({ rule, script, sentence }) => `${rule.id} "${script}": ${sentence}`);
}

const from = (answer: (asked: Asked) => string | number) => found(serving(answer));

describe('callers who never reach an end', () => {
  test('silence that is asked again without end', async () => {
    expect(await from(() => ask('/ivr', 'Press 1.', 'validDigits="1"') + goTo('/ivr'))).toEqual([
      'R001 "silence silence silence": A caller who says and presses nothing never reaches an end: /ivr comes again and again.',
      'R002 "2# 2# 2#": A caller who always presses the wrong key 2 never reaches an end: /ivr comes again and again.',
    ]);
  });

  test('a prompt without end', async () => {
    expect(await from(() => '<Speak loop="0">Please hold.</Speak>')).toEqual([
      'R001 "silence": A caller who says and presses nothing hears /ivr for 200 minutes.',
    ]);
  });

  test('documents that lead to each other', async () => {
    expect(await from(({ path }) => goTo(path === '/ivr' ? '/b' : '/ivr'))).toEqual([
      'R001 "": A caller who says and presses nothing never reaches an end: /ivr comes again and again.',
    ]);
  });

  test('a wrong key that is asked again without end, while silence ends', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr') return ask('/choice', 'Press 1 or 2.') + bye;
      return '12'.includes(fields['Digits']!) ? bye : say('Wrong.') + goTo('/ivr');
    };
    expect(await from(shop)).toEqual([
      'R002 "3 3 3": A caller who always presses the wrong key 3 never reaches an end: /ivr comes again and again.',
    ]);
  });

  test('a key that repeats the menu is an option, and no wrong key', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr')
        return ask('/choice', 'Press 1, or 9 to hear this again.', 'validDigits="19"') + bye;
      return fields['Digits'] === '9' ? goTo('/ivr') : bye;
    };
    expect(await from(shop)).toEqual([]);
  });

  test('speech that is not understood is asked again without end', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr') return askWords('/choice', 'Sales?', 'inputType="speech" hints="sales"') + bye;
      return fields['Speech'] === 'sales' ? bye : say('Sorry.') + goTo('/ivr');
    };
    expect(await from(shop)).toEqual([
      'R003 "say:"blah blah" say:"blah blah" say:"blah blah"": A caller who says what the app does not understand never reaches an end: /ivr comes again and again.',
    ]);
  });

  test('three tries and a goodbye are good', async () => {
    const shop = ({ path, query, fields }: Asked) => {
      const n = Number(query.get('try') ?? 1);
      if (path === '/choice' && fields['Digits'] === '1') return bye;
      if (path === '/choice' && n >= 3) return say('Too many tries.') + bye;
      const next = path === '/choice' ? n + 1 : n;
      return ask(`/choice?try=${next}`, 'Press 1.') + bye;
    };
    expect(await from(shop)).toEqual([]);
  });
});

describe('requests and documents that fail', () => {
  test('a document that Plivo refuses, with its code', async () => {
    expect(
      await from(({ path }) => (path === '/ivr' ? ask('/x', 'Press 1.', 'validDigits="1"') + bye : '<Say/>')),
    ).toEqual([
      'R004 "1#": The action of <GetDigits> (/x): There is no Plivo element <Say>. Plivo ends the call with 8012 Invalid Action XML.',
    ]);
  });

  test('JSON instead of XML', async () => {
    expect(await from(() => '{"error":"failed"}')).toEqual([
      'R004 "": The answer URL (/ivr): The reply is JSON, and Plivo reads XML. Plivo ends the call with 8011 Invalid Answer XML.',
    ]);
  });

  test('an outcome that was forgotten', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr') return dial('action="/done"');
      return fields['DialStatus'] === 'busy' ? 500 : bye;
    };
    expect(await from(shop)).toEqual([
      'R005 "dial:busy": The action of <Dial> (/done) replied with status 500, and Plivo takes only 2xx. Plivo ends the call with 7012 Error Reaching Action URL.',
    ]);
  });

  test('a notice that fails', async () => {
    const shop = ({ path }: Asked) =>
      path === '/ivr'
        ? say('Leave a message.') + record('callbackUrl="/saved"') + bye
        : path === '/saved'
          ? 404
          : bye;
    expect(await from(shop)).toEqual([
      'R005 "record:5": callbackUrl of <Record> (/saved) replied with status 404, and Plivo takes only 2xx. The call goes on.',
    ]);
  });

  test('a sound that is not there', async () => {
    const shop = ({ path }: Asked) =>
      path === '/ivr' ? dial('confirmSound="/sound" confirmKey="1" confirmTimeout="9"') + bye : 404;
    expect(await from(shop)).toEqual([
      'R005 "dial:completed": confirmSound of <Dial> was not reached (status 404), so nothing of it is heard.',
    ]);
  });

  test('a reply that never comes', async () => {
    const never = () => new Promise<never>(() => {});
    const graph = await explore(`${url}#ct=100&rt=100&rc=0`, { transport: never });
    expect(check(graph, withoutStyle).map(({ rule, sentence }) => `${rule.id}: ${sentence}`)).toEqual([
      'R005: The answer URL (/ivr) could not be reached: no reply within 0.1 s. Plivo ends the call with 7011 Error Reaching Answer URL.',
    ]);
  });

  test('a path where Plivo wants an address', async () => {
    expect(await from(() => '<Redirect>/menu</Redirect>')).toEqual([
      'R006 "": The URL of <Redirect> is "/menu", which is no absolute URL. Plivo ends the call with 7024 Invalid Redirect URL.',
    ]);
  });

  test('a second delivery with another answer', async () => {
    let booked = 0;
    const shop = ({ path }: Asked) =>
      path === '/ivr'
        ? ask('/book', 'Press 1.', 'numDigits="1" validDigits="1"') + bye
        : say(`Booked as ${++booked}.`) + bye;
    const [finding] = await from(shop);
    expect(finding).toBe(
      'R007 "1": POST /book is answered differently when Plivo delivers the same request a second time. It was answered with another document.',
    );
  });

  test('one variable for all callers', async () => {
    let language = 'en';
    const findings = await from(({ path, fields }) => {
      if (path === '/ivr')
        return ask('/language', 'Press 1. Oprima 2.', 'numDigits="1" validDigits="12"') + bye;
      if (path === '/menu') return say(language === 'en' ? 'Welcome.' : 'Bienvenidos.') + bye;
      language = fields['Digits'] === '1' ? 'en' : 'es';
      return goTo('/menu');
    });
    expect(findings.map((finding) => finding.slice(0, 4))).toContain('R012');
  });
});

describe('elements after which a caller hears nothing', () => {
  test('a menu at the end of its document', async () => {
    expect(
      await from(({ path }) => (path === '/ivr' ? ask('/x', 'Press 1.', 'numDigits="1"') : bye)),
    ).toEqual([
      'R008 "silence": After silence at <GetDigits> (line 1 of /ivr) nothing follows, and the call ends without a word.',
    ]);
  });

  test('a document that only dials ends like a telephone', async () => {
    expect(await from(() => dial(''))).toEqual([]);
  });

  test('an action that only gets a notice is reached', async () => {
    const shop = ({ path }: Asked) =>
      path === '/ivr' ? dial('action="/told" redirect="false"') + say('Nobody is free.') + bye : bye;
    expect(await from(shop)).toEqual([]);
  });

  test('a link behind an end is not', async () => {
    expect(await from(({ path }) => (path === '/ivr' ? bye + goTo('/later') : bye))).toEqual([
      'R015 "": Nothing that a caller does leads to /later, the link of <Redirect> (line 1 of /ivr).',
      'R101 "": What follows <Hangup> (line 1 of /ivr) never runs: <Redirect>.',
    ]);
  });

  test('a Dial at the end of its document', async () => {
    expect(await from(() => say('One moment.') + dial(''))).toEqual([
      'R008 "dial:busy": After the outcome busy at <Dial> (line 1 of /ivr) nothing follows, and the call ends without a word.',
    ]);
  });

  test('confirmKey without a limit, and with one', async () => {
    const asking =
      (more: string) =>
      ({ path }: Asked) =>
        path === '/sound'
          ? say('Press 1 to accept.')
          : dial(`confirmSound="/sound" confirmKey="1" ${more}`) + bye;
    expect(await from(asking(''))).toEqual([
      'R009 "dial:answer silence": A machine that answers the <Dial> (line 1) never presses confirmKey, and holds the caller for 119 s.',
    ]);
    expect(await from(asking('confirmTimeout="20"'))).toEqual([]);
  });

  test('a recording that is lost when the caller hangs up, and one that is not', async () => {
    const mailbox =
      (more: string) =>
      ({ path }: Asked) =>
        path === '/ivr' ? say('Leave a message.') + record(`action="/done" ${more}`) + bye : bye;
    expect(await from(mailbox(''))).toEqual([
      'R010 "say:"This is a message." hangup": The recording of <Record> (line 1 of /ivr) is lost when the caller hangs up after the message.',
    ]);
    expect(await from(mailbox('callbackUrl="/saved"'))).toEqual([]);
  });
});

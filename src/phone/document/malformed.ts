/**
 * What is wrong with a reply that is not XML, in plain words.
 * @module
 */
import type { Problem } from './problem.ts';

/** What the reply is instead of XML; undefined when it may be XML. */
export function notXml(body: string): Problem | undefined {
  const text = body.trimStart();
  const fix = 'reply with XML that begins with <Response>, as text/xml or application/xml.';
  if (text === '')
    return { message: 'The reply is empty.', fix: 'reply with at least <Response></Response>.' };
  if (/^\s*[[{"]/.test(text)) return { message: 'The reply is JSON, and Plivo reads XML.', fix };
  if (/^<(!doctype html|html|head|body|br|b|div|h[1-6]|p|pre|center|table)(?=[\s/>])/i.test(text)) {
    return {
      message: 'The reply is an HTML page, such as an error page or a login page, and Plivo reads XML.',
      fix,
    };
  }
  if (body.startsWith('\x1F\uFFFD')) {
    return {
      message: 'The reply is compressed, although the request did not accept compression.',
      fix: 'send it without gzip.',
    };
  }
  if (body.startsWith('\uFFFD\uFFFD')) {
    return { message: 'The reply is not written in UTF-8.', fix: 'save and send it as UTF-8.' };
  }
  if (body.startsWith('\uFEFF')) {
    return {
      message: 'The reply begins with a byte order mark.',
      fix: 'save the file as UTF-8 without BOM.',
      line: 1,
      column: 1,
    };
  }
  if (text !== body && text.startsWith('<?xml')) {
    const message = 'There is white space before the XML declaration.';
    return { message, fix: 'let <?xml be the very first characters of the reply.', line: 1, column: 1 };
  }
  return text.startsWith('<') ? undefined : { message: 'The reply is plain text, and Plivo reads XML.', fix };
}

/** CDATA and comments, which may hold any `&`, and each `&` that begins no entity. */
const outsideOfEntities =
  /<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)|(?<bare>&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);))/gis;

/** An `&` that begins no entity of XML: the most common mistake, which parsers report late. */
export function unescapedAmpersand(body: string): Problem | undefined {
  const bare = [...body.matchAll(outsideOfEntities)].find(({ groups }) => groups?.['bare'] !== undefined);
  if (bare === undefined) return undefined;
  const before = body.slice(0, bare.index).split('\n');
  const [, entity] = /^&(\w+);/.exec(body.slice(bare.index, bare.index + 20)) ?? [];
  const place = { line: before.length, column: before.at(-1)!.length + 1 };
  if (entity !== undefined) {
    return {
      message: `XML does not know &${entity};.`,
      fix: 'write the character itself, in UTF-8.',
      ...place,
    };
  }
  return { message: 'An & is not escaped.', fix: 'write &amp; instead of &, in URLs too.', ...place };
}

/**
 * What a parser objects to, in plain words.
 *
 * @param inside the element that is open there
 * @param closed the element that was closed last
 */
export function malformed(message: string, body: string, inside: string, closed: string): Problem {
  const [, line = '1', column = '1', reason = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const place = { line: Number(line), column: Number(column) };
  const written = body.split('\n')[place.line - 1] ?? '';
  if (/unmatched closing tag|unexpected close tag/i.test(reason)) {
    const [, name] = /<\/([^<>\s]*)\s*>?$/.exec(written.slice(0, place.column)) ?? [];
    const open = reason.startsWith('unexpected') ? closed : inside;
    return {
      message: `</${name ?? '…'}> closes nothing that is open${open === '' ? '' : `; <${open}> is`}.`,
      fix: 'close the tags in the reverse order in which they were opened.',
      ...place,
    };
  }
  if (/one root|outside of root/.test(reason)) {
    return {
      message: `There is something after </${closed === '' ? 'Response' : closed}>.`,
      fix: 'put everything into one <Response>.',
      ...place,
    };
  }
  if (/unclosed tag|unexpected end/i.test(reason)) {
    const [, name = inside] = /unclosed tag: (\S+)/.exec(reason) ?? [];
    return { message: `<${name}> is never closed.`, fix: `add </${name}>.`, ...place };
  }
  if (/attribute/.test(reason) && /quot|value/i.test(reason)) {
    return { message: 'The value of an attribute has no quotes.', fix: 'write name="value".', ...place };
  }
  if (/whitespace between attributes/i.test(reason)) {
    const message = 'The value of an attribute ends too early, or two attributes have no space between.';
    return {
      message,
      fix: 'write &quot; for a " inside of a value, and a space between attributes.',
      ...place,
    };
  }
  if (/comment/i.test(reason)) {
    const fix = 'remove the comment; Plivo may stumble over any.';
    return { message: 'A comment has -- inside.', fix, ...place };
  }
  if (/duplicate attribute/i.test(reason)) {
    return { message: 'A tag has the same attribute twice.', fix: 'remove one of them.', ...place };
  }
  if (/disallowed character/.test(reason)) {
    const fix =
      'write &lt; for <, &amp; for & and &quot; for " in texts and values, and no control characters.';
    const isBracket = written.slice(0, place.column).endsWith('<');
    const what = isBracket ? 'a < inside a tag' : 'a character that cannot stand there';
    return { message: `There is ${what}.`, fix, ...place };
  }
  return {
    message: `The reply is not well-formed XML: ${reason.replace(/\.$/, '')}.`,
    fix: 'look at that place.',
    ...place,
  };
}

/**
 * Whether Plivo can read the answer: in time, of the right type and size, and a good document.
 * @module
 */
import { checkXmlDocument } from '../../../phone/document/check.ts';
import { isProblem, type Problem } from '../../../phone/document/problem.ts';
import { readXml } from '../../../phone/document/read-xml.ts';
import { maxBytes } from '../../../phone/http/reply-text.ts';
import type { Reply } from './send-request.ts';
import { ok, warning, wrong, type Check, type Finding } from './finding.ts';
import { linkFindings } from './links.ts';

/** All findings about an answer. */
export function answerFindings(reply: Reply, base: string): Finding[] {
  return [
    timeFinding(reply.milliseconds),
    contentTypeFinding(reply.contentType),
    ...documentFindings(reply.body, base),
  ];
}

/** Callers hear silence while they wait. We warn after 2 s; Plivo waits for 15 s. */
function timeFinding(milliseconds: number): Finding {
  const message = `The answer took ${milliseconds} ms`;
  if (milliseconds <= 2000) return ok('time', `${message}.`);
  return warning(
    'time',
    `${message}, and the caller hears silence.`,
    'answer within 2 s; do slow work afterwards.',
  );
}

function contentTypeFinding(contentType: string): Finding {
  const [type = ''] = contentType.split(';');
  if (/^\s*(text|application)\/xml\s*$/i.test(type))
    return ok('content-type', `The answer is ${type.trim()}.`);
  return wrong(
    'content-type',
    contentType === ''
      ? 'The answer has no content type.'
      : `The answer has the content type ${JSON.stringify(contentType)}.`,
    'reply with content-type: application/xml.',
  );
}

function documentFindings(body: string, base: string): Finding[] {
  const bytes = Buffer.byteLength(body);
  if (bytes > maxBytes) {
    const message = 'The document has more than 100 KB, and Plivo reads no more.';
    return [wrong('size', message, 'shorten the document, or continue in another one with <Redirect>.')];
  }
  const size = ok('size', `The document has ${Math.ceil(bytes / 1024)} KB of at most 100.`);
  const root = readXml(body, { comments: true });
  if (isProblem(root)) return [size, problemFinding('document', root, wrong)];
  const { error, warnings } = checkXmlDocument(root, { baseUrl: base });
  if (error !== undefined) return [size, problemFinding('document', error, wrong)];
  return [
    size,
    ...warnings.map((problem) => problemFinding('document', problem, warning)),
    ok('document', 'The answer is a document that Plivo can execute.'),
    ...linkFindings(root, base),
  ];
}

function problemFinding(
  check: Check,
  { message, fix, line, column }: Problem,
  finding: typeof wrong,
): Finding {
  const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
  return finding(check, message.replace(/\.$/, `${place}.`), fix);
}

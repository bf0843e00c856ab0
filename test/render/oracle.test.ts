/* Plivo's own SDK as the oracle: whatever both can write, both write alike. */
import fc from 'fast-check';
import { Response } from 'plivo';
import { expect, test } from 'vitest';
import { definitions, render } from 'plivo-jsx';
import { anyDocument } from './any-document.ts';
import { parse, type Parsed } from './parse.ts';
import { rewrite } from './rewrite.ts';
import { sized } from '../support/size.ts';

type Add = (...given: unknown[]) => SdkElement;
type SdkElement = { readonly [method: string]: Add };

/** `addSayAs` for `say-as`. */
const methodOf = (name: string) =>
  `add${name.replaceAll(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase())}`;

function fill(parent: SdkElement, content: Parsed['content']): void {
  for (const item of content) {
    if (typeof item === 'string') parent['addText']!(item);
    else {
      const takesText = definitions.get(item.name)!.content.kind.startsWith('text');
      const [first] = item.content;
      const body = takesText && typeof first === 'string' ? first : '';
      const given = takesText ? [body, item.attributes] : [item.attributes];
      fill(parent[methodOf(item.name)]!(...given), item.content.slice(body === '' ? 0 : 1));
    }
  }
}

function renderedByPlivo(document: Parsed): string {
  const response = Response() as unknown as SdkElement;
  fill(response, document.content);
  return String(response['toXML']!());
}

const numRuns = sized(500, 3_000);

test(`${numRuns} documents are printed as Plivo’s SDK prints them`, { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const xml = render(rewrite(document), { development: false }) as string;
      expect(parse(xml)).toEqual(parse(renderedByPlivo(document)));
    }),
    { numRuns, seed: 20_250_917 },
  );
});

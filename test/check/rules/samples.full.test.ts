import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import type { Flow } from 'plivo-jsx';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import type { Found } from '../../../src/check/finding.ts';
import { rules } from '../../../src/check/rules/index.ts';

/** A flow, or a server without one. */
type Sample = Flow | ((app: FastifyInstance) => void);

/** The findings of a sample of `docs/reference/rules.md`. */
async function findingsOf(name: string, kind: 'wrong' | 'right'): Promise<readonly Found[]> {
  const sample = ((await import(`../../../docs/rules/${name}/${kind}.tsx`)) as { default: Sample }).default;
  const flows = typeof sample === 'function' ? [] : [sample];
  const app = await createApp({ flows, development: true });
  if (typeof sample === 'function') sample(app);
  return check(await explore(app, '/shop'));
}

test.each(rules)('$id finds what is wrong in the wrong sample of $name', async ({ id, name }) => {
  expect((await findingsOf(name, 'wrong')).map(({ rule }) => rule.id)).toContain(id);
});

test.each(rules)('$id finds nothing in the right sample of $name', async ({ id, name }) => {
  const findings = await findingsOf(name, 'right');
  const said = findings.filter(({ rule }) => rule.id === id || rule.level !== 'style');
  expect(said.map(({ rule, sentence }) => `${rule.id} ${sentence}`)).toEqual([]);
});

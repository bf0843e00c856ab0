/**
 * The document of a level, from its parameters to the text.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import type { Flow } from '../flow/flow.ts';
import type { AnyLevel } from '../flow/level.ts';
import { readParams, type ReadParams } from '../flow/params.ts';
import { takesAll } from '../flow/unknown-parameters.ts';
import { problemText, type Problem } from '../render/explain/problem.ts';
import { ignoreRejections } from '../render/ignore-rejections.ts';
import { render } from '../render/render.ts';
import type { ServerState } from './server-state.ts';
import { report } from './report/report.ts';
import type { WaitingClients } from './cache/waiting-clients.ts';
import { LevelContext } from './level-context.ts';
import type { Webhook } from './webhook.ts';

/** A document and what it was made from; undefined when the level did not accept its parameters. */
export type Printed =
  { readonly xml: string; readonly params: object; readonly context: LevelContext } | undefined;

/** Runs the component of one level. */
export class PrintLevel {
  readonly #level: AnyLevel;
  readonly #isMultilingual: boolean;
  readonly #live: ServerState;

  constructor(level: AnyLevel, { languages }: Flow, live: ServerState) {
    this.#level = level;
    this.#isMultilingual = languages.length > 0;
    this.#live = live;
  }

  /** Makes the document; a promise when a schema or a component is async. */
  print(webhook: Webhook, audience: WaitingClients): Printed | Promise<Printed> {
    const read = readParams(this.#level.schema, webhook.query);
    return read instanceof Promise
      ? read.then((late) => this.#run(webhook, audience, late))
      : this.#run(webhook, audience, read);
  }

  #run(webhook: Webhook, audience: WaitingClients, read: ReadParams<object>): Printed | Promise<Printed> {
    if (!read.ok || !takesAll(read.value, webhook.query, this.#isMultilingual)) {
      ignoreRejections(read);
      return undefined;
    }
    const { path, component, source } = this.#level;
    const { call, baseUrl } = webhook;
    const params = read.value;
    webhook.given.push(params);
    const context = new LevelContext(baseUrl, call, path);
    const xml = render(new JsxElement(component, { params, call }, source), {
      context,
      development: this.#live.development,
      onWarning: (problem) => this.#warn(webhook, problem),
    });
    if (typeof xml === 'string') return { xml, params, context };
    this.#abortWith(webhook, audience, context);
    return xml.then((late) => ({ xml: late, params, context }));
  }

  #warn({ request, redact }: Webhook, problem: Problem): void {
    const { counts } = this.#live;
    const { code } = problem;
    const details = { route: this.#level.path, code };
    const sentence = redact(problemText(problem));
    if (code === 'E_CHARACTER') report(request, counts, 'xml_sanitized', 'character', sentence, details);
    else if (code === 'E_LONG') report(request, counts, 'xml_truncated', 'speak', sentence, details);
    else request.log.warn(details, sentence);
  }

  #abortWith({ request }: Webhook, audience: WaitingClients, context: LevelContext): void {
    audience.whenGone(() => {
      context.abort();
      const { path: route } = this.#level;
      report(request, this.#live.counts, 'aborted', 'caller', `Whoever asked ${route} is gone.`, { route });
    });
  }
}

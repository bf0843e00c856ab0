/**
 * The page `docs/reference/metrics.md`: its table comes from the events and the help texts of the metrics.
 * @module
 */
import { format } from 'prettier';
import { events, type EventName } from '../../src/fastify/report/events.ts';
import { helps, webhooksHelp } from '../../src/fastify/report/metrics.ts';

const counts = (help: string) => `${help[0]!.toLowerCase()}${help.slice(1)}`;

const eventRow = ([event, reasons]: [string, object]) => {
  const values = Object.keys(reasons).map((reason) => `\`${reason}\``);
  return `| \`ivr_${event}_total\` | ${counts(helps[event as EventName])} | \`reason\`: ${values.join(', ')} |`;
};

/** The whole page. */
export function metricsPage(): Promise<string> {
  const page = `# Metrics

<!-- Written by npm run docs from src/fastify/report; edit that. -->

\`METRICS_PORT\` serves these metrics in the text format of Prometheus: see [Operate](../guide/operations.md#metrics). In an app
of your own, \`await app.plivoMetrics()\` returns the same text. It also has the memory, the processor time and the event loop of
the process, as \`prom-client\` measures them.

No metric has anything of a caller. All metrics are counters since the start of the process. The JSON log has the same names:
\`event\` is the name without \`ivr_\` and \`_total\`, and \`reason\` is the reason.

| metric | counts | label and values |
| --- | --- | --- |
| \`ivr_webhooks_total\` | ${counts(webhooksHelp)} | \`route\`: the path of the level |
${Object.entries(events).map(eventRow).join('\n')}

\`ivr_input_total{reason="none"}\` also counts the silent tries of a dialog, such as \`<Menu>\`: they need no request, so they are
counted when the first answer to the dialog arrives. Silence after a wrong key, and of a caller with whom the dialog gives up, is not
in it; the log line of the next answer has the number, as in \`(menu answer, noInput 1, noMatch 1)\`.
`;
  return format(page, { parser: 'markdown', printWidth: 110 });
}

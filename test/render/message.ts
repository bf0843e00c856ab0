import { render, RenderError, type Rendered } from 'plivo-jsx';
import { problemText } from '../../src/render/explain/problem.ts';

/** What the author reads when a document is rejected. */
export function messageOf(node: Rendered): string {
  try {
    render(node, { development: true });
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
  throw new Error('It was printed.');
}

/** What the author reads about a document that is served all the same. */
export function warningTextsOf(node: Rendered): string {
  const told: string[] = [];
  render(node, { development: true, onWarning: (problem) => void told.push(problemText(problem)) });
  return told.join('\n\n');
}

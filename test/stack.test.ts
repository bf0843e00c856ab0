import { describe, expect, test } from 'vitest';
import { parseStack } from '../src/stack.ts';

describe('the places of a stack', () => {
  test.each([
    ['    at flow (/home/ann/ivr/flow.tsx:2:11)', '/home/ann/ivr/flow.tsx'],
    ['    at /home/ann/ivr/flow.tsx:2:11', '/home/ann/ivr/flow.tsx'],
    ['    at async file:///home/ann/ivr/flow.tsx:2:11', '/home/ann/ivr/flow.tsx'],
    ['    at Object.<anonymous> (/home/ann/my phone menu/flow.tsx:2:11)', '/home/ann/my phone menu/flow.tsx'],
    ['    at /home/ann/my phone menu/flow.tsx:2:11', '/home/ann/my phone menu/flow.tsx'],
    ['    at async load (/home/ann/ivr (2)/flow.tsx:2:11)', '/home/ann/ivr (2)/flow.tsx'],
    ['    at /home/ann/ivr (2)/flow.tsx:2:11', '/home/ann/ivr (2)/flow.tsx'],
    ['    at new Menu (file:///home/ann/my%20menu/flow.tsx:2:11)', '/home/ann/my menu/flow.tsx'],
    ['    at flow (C:\\Users\\Ann Lee\\ivr\\flow.tsx:2:11)', 'C:\\Users\\Ann Lee\\ivr\\flow.tsx'],
  ])('are known in %j', (line, fileName) => {
    expect(parseStack(`Error: no\n${line}`)).toEqual([{ fileName, lineNumber: 2, columnNumber: 11 }]);
  });

  test.each([
    'Error: at 12:30:00',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    '    at async Promise.all (index 0)',
    '    at eval (eval at load (/home/ann/ivr/flow.tsx:2:11), <anonymous>:1:1)',
    '    at <anonymous>',
  ])('are not looked for in %j', (line) => {
    expect(parseStack(line)).toEqual([]);
  });
});

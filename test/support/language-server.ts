/**
 * The compiler as an editor uses it, over the Language Server Protocol.
 * @module
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What an editor offers and shows at a place of a file. */
export interface Editor {
  /** The text of the box that appears over the name which begins at `|`. */
  hover(code: string): Promise<string>;
  /** What is offered at `|`, in the order of the list. */
  complete(code: string): Promise<readonly string[]>;
  close(): void;
}

/** Starts the language server for files of this folder. */
export async function openEditor(folder: string): Promise<Editor> {
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const pending = new Map<number, (result: unknown) => void>();
  let received = Buffer.alloc(0);
  let id = 0;
  let files = 0;

  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method: string, params: object) =>
    new Promise<unknown>((resolve) => {
      pending.set(++id, resolve);
      send({ id, method, params });
    });
  const take = ({ id: answered, method, result }: Reply) => {
    // The server asks for settings, too.
    if (method !== undefined && answered !== undefined) send({ id: answered, result: [] });
    else if (answered !== undefined) pending.get(answered)?.(result);
  };
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1]);
      if (end < 0 || received.length < end + 4 + length) return;
      const body = received.toString('utf8', end + 4, end + 4 + length);
      received = received.subarray(end + 4 + length);
      take(JSON.parse(body) as Reply);
    }
  });

  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(path.resolve(folder)).href,
    capabilities: {},
  });
  send({ method: 'initialized', params: {} });

  /** Opens a file with this code and asks about the place of its `|`. */
  const ask = (method: string, code: string) => {
    const at = code.indexOf('|');
    const before = code.slice(0, at);
    const uri = pathToFileURL(path.resolve(folder, `editor-${++files}.tsx`)).href;
    const text = before + code.slice(at + 1);
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'typescriptreact', version: 1, text } },
    });
    const position = {
      line: before.split('\n').length - 1,
      character: before.length - before.lastIndexOf('\n') - 1,
    };
    return request(method, { textDocument: { uri }, position });
  };

  return {
    hover: async (code) => {
      const { contents } = (await ask('textDocument/hover', code)) as { contents: { value: string } };
      return contents.value;
    },
    complete: async (code) => {
      const { items } = (await ask('textDocument/completion', code)) as {
        items: readonly { readonly label: string; readonly sortText?: string }[];
      };
      return items
        .toSorted((a, b) => ((a.sortText ?? a.label) + a.label < (b.sortText ?? b.label) + b.label ? -1 : 1))
        .map(({ label }) => label);
    },
    close: () => server.kill(),
  };
}

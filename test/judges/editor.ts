// Talks to yaml-language-server as an editor does, over its standard streams: opens a text, waits for what it marks.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A mark in the editor; `line` counts from 1. */
export type Mark = { readonly line: number; readonly message: string };

type Position = { readonly line: number; readonly character: number };
type Diagnostic = { readonly range: { readonly start: Position }; readonly message: string };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

const require = createRequire(import.meta.url);
const program = require.resolve('yaml-language-server/bin/yaml-language-server');
const separator = '\r\n\r\n';
const length = /Content-Length: (\d+)/;

export class Editor {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #settings: object;
  readonly #waiting = new Map<number | string, (value: unknown) => void>();
  #buffer = Buffer.alloc(0);
  #last = 0;

  /** Starts the server. `schemas` says which files each schema, by its path, is for: `*.yaml`. */
  static async open(schemas: Readonly<Record<string, string>>): Promise<Editor> {
    const editor = new Editor(schemas);
    await editor.#ask('initialize', { processId: process.pid, rootUri: null, capabilities: {}, locale: 'zh-cn' });
    editor.#tell('initialized', {});
    editor.#tell('workspace/didChangeConfiguration', { settings: editor.#settings });
    return editor;
  }

  private constructor(files: Readonly<Record<string, string>>) {
    const schemas = Object.fromEntries(Object.entries(files).map(([path, glob]) => [pathToFileURL(path).href, glob]));
    const none = { enable: false };
    const yaml = { validate: true, completion: true, hover: true, schemas };
    this.#settings = { yaml: { ...yaml, schemaStore: none, kubernetesCRDStore: none }, http: {} };
    this.#server = spawn(process.execPath, [program, '--stdio']);
    this.#server.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /** Opens a text under a name that must be new, and gives the marks of its lines in order. */
  async marks(name: string, text: string): Promise<readonly Mark[]> {
    const uri = `file:///${name}`;
    const marked = new Promise<unknown>((done) => this.#waiting.set(uri, done));
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    const { diagnostics } = (await marked) as { readonly diagnostics: readonly Diagnostic[] };
    return diagnostics
      .map(({ range, message }) => ({ line: range.start.line + 1, message }))
      .sort((a, b) => a.line - b.line);
  }

  /** The labels offered at a place (counted from 0) of a text that was opened. */
  async offered(name: string, position: Position): Promise<readonly string[]> {
    const answer = await this.#ask('textDocument/completion', { textDocument: { uri: `file:///${name}` }, position });
    const items = Array.isArray(answer) ? answer : (answer as { items: unknown[] }).items;
    return (items as { readonly label: string }[]).map(({ label }) => label);
  }

  /** What is shown when the pointer rests on a place (counted from 0) of a text that was opened. */
  async shown(name: string, position: Position): Promise<string> {
    const answer = await this.#ask('textDocument/hover', { textDocument: { uri: `file:///${name}` }, position });
    return (answer as { readonly contents: { readonly value: string } } | null)?.contents.value ?? '';
  }

  close(): void {
    this.#server.kill();
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<unknown>((done) => this.#waiting.set(id, done));
    this.#send({ id, method, params });
    return answer;
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}${separator}${body}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf(separator);
      const [, bytes] = end < 0 ? [] : (length.exec(this.#buffer.toString('latin1', 0, end)) ?? []);
      const start = end + separator.length;
      if (bytes === undefined || this.#buffer.length < start + Number(bytes)) return;
      const body = this.#buffer.toString('utf8', start, start + Number(bytes));
      this.#buffer = this.#buffer.subarray(start + Number(bytes));
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method === 'textDocument/publishDiagnostics') this.#settle((params as { readonly uri: string }).uri, params);
    else if (method === undefined && id !== undefined) this.#settle(id, error ?? result);
    else if (method === 'workspace/configuration') {
      const { items } = params as { readonly items: readonly { readonly section: string }[] };
      const answers = items.map(({ section }) => (this.#settings as Record<string, unknown>)[section] ?? null);
      this.#send({ ...(id === undefined ? {} : { id }), result: answers });
    } else if (id !== undefined) this.#send({ id, result: null });
  }

  #settle(key: number | string, value: unknown): void {
    this.#waiting.get(key)?.(value);
    this.#waiting.delete(key);
  }
}

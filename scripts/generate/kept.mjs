// The built program kept loaded: a page of the documentation runs it a dozen times, and loading it costs more than most commands.
//   node kept.mjs serve SOCKET        answers command lines
//   node kept.mjs run SOCKET ARGS…    has one run there, as if it ran here
import { connect, createServer } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** The day that the pages were made on: what they show does not change with the clock. */
const day = '2026-11-28T04:00:00Z';

const [, , role, socketPath = '', ...argv] = process.argv;
/** @param {import('node:net').Socket} socket */
const lines = (socket) => createInterface({ input: socket }).on('error', () => undefined);

async function serve() {
  const { main } = await import(new URL('../../dist/cli/main.js', import.meta.url).href);
  /**
   * @param {import('node:net').Socket} socket
   * @param {{args: string[], cwd: string, env: object}} line
   */
  const answer = async (socket, { args, cwd, env }) => {
    /** @param {'stdout' | 'stderr'} to */
    const output = (to) => ({
      write: (/** @type {string} */ text) => socket.write(`${JSON.stringify({ to, text })}\n`),
      isTTY: false,
    });
    const terminal = {
      stdout: output('stdout'),
      stderr: output('stderr'),
      stdin: Readable.from([]),
      cwd,
      env,
      now: () => new Date(day),
    };
    socket.end(`${JSON.stringify({ code: await main(args, terminal) })}\n`);
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    lines(socket).once('line', (line) => answer(socket, JSON.parse(line)));
  });
  server.listen(socketPath, () => process.stdout.write('ready\n'));
}

function run() {
  const socket = connect(socketPath);
  const { PATH, ...env } = process.env;
  socket.write(`${JSON.stringify({ args: argv, cwd: process.cwd(), env })}\n`);
  // `zjtx … | head` is no fault of anybody.
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = 1;
  lines(socket).on('line', (line) => {
    const { to, text, code } = JSON.parse(line);
    if (code === undefined) process[to === 'stdout' ? 'stdout' : 'stderr'].write(text);
    else process.exitCode = code;
  });
}

if (role === 'serve') await serve();
else run();

// How long zjtx takes beside bare Node, as ratios of paired runs (machines are noisy; a ratio in one run is not).
// Run: npm run build && node bench/startup.mjs [pairs]
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';

const root = resolve(import.meta.dirname, '..');
const zjtx = join(root, 'bin/zjtx.js');
const example = join(root, 'examples/jiangsu-2021-product/ready');
const pairs = Number(argv[2] ?? 15);
const cases = {
  '--version': [zjtx, '--version'],
  '--help': [zjtx, '--help'],
  'validate the example': [zjtx, 'validate', example],
};

const once = (args) => {
  const start = performance.now();
  spawnSync(execPath, args, { cwd: root, stdio: 'ignore' });
  return performance.now() - start;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, args] of Object.entries(cases)) {
  once(args);
  const rows = Array.from({ length: pairs }, () => [once(args), once(['-e', '0'])]);
  const ratio = median(rows.map(([ours, bare]) => ours / bare));
  const [ours, bare] = [0, 1].map((column) => median(rows.map((row) => row[column])));
  stdout.write(`${name}: ${ours.toFixed(0)} ms, node -e 0: ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(2)}\n`);
}

// How long validate takes over 1 GB of attachments beside reading the same bytes once, and how much memory it needs.
// Run: npm run build && node bench/attachments.mjs [pairs] [megabytes a file]
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';
import { crc32 } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const zjtx = join(root, 'bin/zjtx.js');
const pairs = Number(argv[2] ?? 5);
const bytesEach = Number(argv[3] ?? 50) * 1_000_000 - 100_000;
const filesEach = 5;
const scan = readFileSync(join(root, 'test/attachments/samples/scan.jpg'));

/** Bytes without 0xff, so that they may stand in the data of a JPEG. */
const block = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919 + (index >> 3)) % 251));
const blocks = Math.floor(bytesEach / block.length);

/** One file, written block by block: before, `blocks` times around(block), after. */
function write(path, before, piece, after) {
  const file = openSync(path, 'w');
  writeSync(file, before);
  for (let index = 0; index < blocks; index += 1) writeSync(file, piece);
  writeSync(file, after);
  closeSync(file);
}

/** A JPEG whose bulk stands in segments that a reader passes over. */
function segments(path) {
  const head = Buffer.from([0xff, 0xef, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  write(path, scan.subarray(0, 2), Buffer.concat([head, block]), scan.subarray(2));
}

/** A JPEG whose bulk stands in the picture data, with as many escaped bytes as real ones have. */
function picture(path) {
  const data = Buffer.concat(
    Array.from({ length: 234 }, (_, i) =>
      Buffer.concat([block.subarray(i * 256, i * 256 + 254), Buffer.from([0xff, 0])]),
    ),
  );
  write(path, scan.subarray(0, -2), data, scan.subarray(-2));
}

/** A PDF of one page that shows a picture of that many bytes. */
function pdf(path) {
  const length = blocks * block.length;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
    '<</Length 28>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    `<</Type/XObject/Subtype/Image/Width 6000/Height ${Math.floor(length / 6000)}/BitsPerComponent 8/ColorSpace/DeviceGray/Length ${length}>>stream\n`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${index + 1} 0 obj\n${object}${index < 4 ? '\nendobj\n' : ''}`;
  }
  const end = '\nendstream\nendobj\n';
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 6/Root 1 0 R>>\n`;
  write(path, Buffer.from(text), block, `${end}${table}startxref\n${text.length + length + end.length}\n%%EOF\n`);
}

const vint = (value) => (value < 0x80 ? [value] : [(value % 128) | 0x80, ...vint(Math.floor(value / 128))]);

function rarBlock(...fields) {
  const body = Buffer.from(fields.flatMap((field) => (typeof field === 'number' ? vint(field) : [...field])));
  const sized = Buffer.concat([Buffer.from(vint(body.length)), body]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(sized));
  return Buffer.concat([crc, sized]);
}

/** A RAR of one stored file. */
function rar(path) {
  const length = blocks * block.length;
  let sum = 0;
  for (let index = 0; index < blocks; index += 1) sum = crc32(block, sum);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(sum);
  const name = Buffer.from('照片.jpg');
  const before = [Buffer.from('526172211a070100', 'hex'), rarBlock(1, 0, 0)];
  before.push(rarBlock(2, 2, length, 4, length, 0o100644, crc, 0, 1, name.length, name));
  write(path, Buffer.concat(before), block, rarBlock(5, 0, 0));
}

const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));
const files = [];
const makers = { segments: ['jpg', segments], picture: ['jpg', picture], pdf: ['pdf', pdf], rar: ['rar', rar] };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs Node with the arguments and tells how long it took (ms) and its greatest memory (MB). */
function run(args) {
  const report = join(folder, 'memory.json');
  const tell = `import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(report)},JSON.stringify(process.resourceUsage())))`;
  const start = performance.now();
  const { stderr, status } = spawnSync(
    execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const took = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  const used = JSON.parse(readFileSync(report, 'utf8'));
  return { took, memory: used.maxRSS / 1024, work: (used.userCPUTime + used.systemCPUTime) / 1000 };
}

function cat() {
  const start = performance.now();
  spawnSync('cat', files, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  return performance.now() - start;
}

const reader = `import { openSync, readSync, closeSync } from 'node:fs';
const piece = Buffer.alloc(1024 * 1024);
for (const path of process.argv.slice(1)) {
  const file = openSync(path, 'r');
  while (readSync(file, piece) > 0);
  closeSync(file);
}`;

try {
  mkdirSync(join(folder, 'files'));
  for (const [name, [extension, make]] of Object.entries(makers)) {
    for (let index = 0; index < filesEach; index += 1) {
      const path = `files/${name}-${index}.${extension}`;
      make(join(folder, path));
      files.push(path);
    }
  }
  const dossier = (paths) =>
    `category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\nattachments:\n  other:\n${paths.map((path) => `    - ${path}\n`).join('')}`;
  writeFileSync(join(folder, 'dossier.yaml'), dossier(files));
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'none/dossier.yaml'), dossier([]));
  const validate = (where) => run([zjtx, 'validate', '--quiet', join(where, 'dossier.yaml')]);
  const cases = [
    () => validate('.'),
    () => run(['--input-type=module', '-e', reader, ...files]),
    cat,
    () => validate('none'),
  ];
  for (const one of cases) one();
  const rows = Array.from({ length: pairs }, () => cases.map((one) => one()));
  const column = (index) => median(rows.map((row) => row[index].took ?? row[index]));
  const [ours, read, catted, none] = [0, 1, 2, 3].map(column);
  const ratio = median(rows.map(([mine, other]) => mine.took / other.took));
  // A busy machine makes every start slow; what the files themselves cost is steadier.
  const beyond = median(rows.map(([mine, other, , bare]) => (mine.took - bare.took) / other.took));
  const work = [0, 1, 3].map((index) => median(rows.map((row) => row[index].work)).toFixed(0));
  const memory = Math.max(...rows.map(([mine]) => mine.memory));
  stdout.write(
    `validate ${files.length} files, ${((files.length * bytesEach) / 1e9).toFixed(2)} GB: ${ours.toFixed(0)} ms\n`,
  );
  stdout.write(
    `read once by node: ${read.toFixed(0)} ms, by cat: ${catted.toFixed(0)} ms, validate without files: ${none.toFixed(0)} ms\n`,
  );
  stdout.write(
    `ratio to node ${ratio.toFixed(2)}, ${beyond.toFixed(2)} without what validate takes anyway, to cat ${(ours / catted).toFixed(2)}; at most ${memory.toFixed(0)} MB of memory\n`,
  );
  stdout.write(`processor time: ${work[0]} ms, reading by node ${work[1]} ms, validate without files ${work[2]} ms\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

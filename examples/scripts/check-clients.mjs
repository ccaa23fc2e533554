// Checks every dossier below a folder, builds those that are ready, and prints a line of CSV each.
//
//   node examples/scripts/check-clients.mjs FOLDER [OUTPUT]
//
// Shows the library at work: dossiersIn, openCatalog, assess, wordsOf, bundler, Stop.
import { assess, bundler, dossiersIn, openCatalog, Stop, wordsOf } from 'zjtx';

const [folder, output = 'out'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node check-clients.mjs FOLDER [OUTPUT]');
  process.exit(2);
}

/** A cell of CSV: quoted, and never read as a formula. */
const cell = (text) => `"${String(text).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
const line = (...cells) => console.log(cells.map(cell).join(','));

const catalog = await openCatalog();
const build = bundler({ output, draft: false, unsettled: false, force: true });
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
let open = 0;

line('企业', '类别', '状态', '错误', '警告', '第一个问题', '材料包');
try {
  for await (const dossier of dossiersIn([folder], process.cwd())) {
    const outcome = await assess(dossier, { catalog, today });
    const { enterprise, state, counts, findings } = outcome;
    const [first] = findings;
    const ready = outcome.kind === 'assessed' && state === 'ready';
    const bundle = ready ? (await build(outcome)).path : '';
    if (!ready) open += 1;
    line(
      enterprise,
      outcome.kind === 'assessed' ? outcome.category.id : '',
      state,
      counts.errors,
      counts.warnings,
      first === undefined ? '' : wordsOf(first, 'zh').message,
      bundle,
    );
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.zh.message, error.zh.hint ?? '');
  process.exitCode = 2;
}
if (open > 0) process.exitCode ||= 1;

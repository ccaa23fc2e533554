// What zjtx report merge does: reads the JSON reports of shards and joins them: all of one run, none missing, none twice.
import { resolve } from 'node:path';
import { expandFiles, reports } from '../batch/paths.ts';
import { sharing } from '../batch/shared.ts';
import { countsOf, stateOf } from '../decide/state.ts';
import { type PlainFile, withPlain } from '../files/read.ts';
import { version } from '../files/version.ts';
import { Stop } from '../findings/stop.ts';
import { cannotRead } from '../findings/system-stop.ts';
import { type NoReport, type ReadReport, type ReportReader, reportReader } from '../reporters/read-json.ts';
import type { Reported } from '../reporters/reported.ts';
import { pathOf, type Unread } from '../reporters/reporter.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { isSet, listOption } from './options.ts';
import { finish, reportFormats } from './reporting.ts';

export async function merge(given: Context): Promise<number> {
  const started = given.terminal.now().getTime();
  const formats = reportFormats(listOption(given.options, 'format'), 'zjtx report merge');
  // The configuration is that of the working folder: the reports may lie anywhere.
  const run = await configured({ ...given, args: [] });
  const { files, missing } = await expandFiles(given.args, given.terminal.cwd, reports);
  // One that is not found is a shard that is missing.
  for (const stop of missing) throw stop;
  const { reported, unread } = await readReports(files, given.terminal.cwd);
  given.signal.throwIfAborted();
  const verbose = isSet(given.options, 'verbose');
  const code = unread.length > 0 ? exit.couldNot : exit.fine;
  const ran = { code, unread, all: reported.length, partial: false, configs: [], failOnOf: () => run.failOn };
  return finish(run, ran, { formats, reported, started, verbose });
}

/** A report of many thousand dossiers, in bytes. */
const mostReportBytes = 500_000_000;

type Named = ReadReport & { readonly file: string };

/** What is read of a report at a time, in bytes. */
const piece = 1024 * 1024;

async function feedAll(report: PlainFile, reader: ReportReader): Promise<void> {
  const bytes = Buffer.allocUnsafe(piece);
  for (let at = 0, got = piece; got === piece; at += got) {
    got = await report.read(bytes, at);
    reader.feed(bytes.subarray(0, got));
  }
}

async function read(file: string, cwd: string, share: <T>(one: T) => T): Promise<Named> {
  const reader = reportReader(share);
  await withPlain(resolve(cwd, file), { limit: mostReportBytes }, (report) => feedAll(report, reader)).catch(
    (error: unknown) => {
      throw cannotRead(
        file,
        error,
        { zh: '报告', en: 'the report ' },
        {
          zh: '核对路径；各组的报告由 -f json=文件 写出。',
          en: 'Check the path; -f json=FILE writes the report of a shard.',
        },
      );
    },
  );
  const found = reader.end();
  if ('wrong' in found) throw noReport(file, found);
  if (found.program.version !== version) throw otherVersion(file, found.program.version);
  return { ...found, file };
}

function noReport(file: string, { wrong, at }: NoReport): Stop {
  const where = at === '' ? '' : `：${at}`;
  const there = at === '' ? '' : `: ${at}`;
  const zh = { json: '不是 JSON', shape: '不是 zjtx 的报告', code: '含有未知的问题代码' }[wrong];
  const en = { json: 'is not JSON', shape: 'is not a report of zjtx', code: 'holds an unknown code' }[wrong];
  return new Stop(
    'report-wrong',
    { message: `${file} ${zh}${where}`, hint: '用 zjtx validate -f json=文件 重新生成。' },
    { message: `${file} ${en}${there}`, hint: 'Write it again with zjtx validate -f json=FILE.' },
  );
}

const otherVersion = (file: string, other: string): Stop =>
  new Stop(
    'report-version',
    { message: `${file} 由 zjtx ${other} 生成，本程序是 ${version}`, hint: '各组用同一版本重新检查。' },
    {
      message: `${file} was written by zjtx ${other}; this is ${version}`,
      hint: 'Check all shards again with one version.',
    },
  );

/** Shards of one run: `1/3`, `2/3`, `3/3`, each once. Reports of whole runs are joined as they are. */
function checkShards(reports: readonly Named[]): void {
  const shards = reports.flatMap(({ shard, file }) => (shard === undefined ? [] : [{ ...shard, file }]));
  const [first] = shards;
  if (first === undefined) return;
  const other = shards.find(({ of }) => of !== first.of);
  if (other !== undefined)
    throw new Stop(
      'shards-unlike',
      {
        message: `${first.file} 分 ${first.of} 组，${other.file} 分 ${other.of} 组，不是同一次检查`,
        hint: '只合并同一次检查的报告。',
      },
      {
        message: `${first.file} is of ${first.of} shards, ${other.file} of ${other.of}: they are not of one run`,
        hint: 'Merge the reports of one run only.',
      },
    );
  const given = shards.map(({ index }) => index);
  const twice = given.find((index, at) => given.indexOf(index) !== at);
  if (twice !== undefined)
    throw new Stop(
      'shard-twice',
      { message: `第 ${twice}/${first.of} 组的报告给了两次`, hint: '每组只给一份。' },
      { message: `the report of shard ${twice}/${first.of} is given twice`, hint: 'Give one report a shard.' },
    );
  const absent = Array.from({ length: first.of }, (_, at) => at + 1).filter((index) => !given.includes(index));
  if (absent.length > 0)
    throw new Stop(
      'shard-missing',
      {
        message: `缺少第 ${absent.join('、')} 组（共 ${first.of} 组）的报告`,
        hint: '看缺的各组检查是否失败，补上报告后再合并。',
      },
      {
        message:
          absent.length === 1
            ? `the report of shard ${absent[0]} of ${first.of} is missing`
            : `the reports of shards ${absent.join(', ')} of ${first.of} are missing`,
        hint: 'See whether a run failed, and merge again with all reports.',
      },
    );
}

/** That of a whole run is found out anew. */
function alone(outcome: Reported): Reported {
  const findings = outcome.findings.filter(({ code }) => code !== 'applied-twice' && code !== 'uscc-shared');
  if (findings.length === outcome.findings.length || outcome.kind === 'unreadable') return outcome;
  const counts = countsOf(findings, outcome.criteria);
  return { ...outcome, findings, counts, state: stateOf({ ...outcome, findings }) };
}

type Joined = { readonly reported: readonly Reported[]; readonly unread: readonly Unread[] };

/**
 * The dossiers of all reports, by path, and what could not be read. Throws a Stop for a file that is no report of
 * this version, for a shard that is missing or given twice, and for a dossier that is in two reports.
 */
async function readReports(files: readonly string[], cwd: string): Promise<Joined> {
  const reports: Named[] = [];
  // What a report of thousands repeats is held once, as in the run that wrote it.
  const share = sharing();
  for (const file of files) reports.push(await read(file, cwd, share));
  checkShards(reports);
  const from = new Map<string, string>();
  for (const { outcomes, file } of reports) {
    for (const outcome of outcomes) {
      const path = pathOf(outcome);
      const before = from.get(path);
      if (before !== undefined)
        throw new Stop(
          'dossier-twice',
          { message: `${path} 在 ${before} 和 ${file} 两份报告中都有`, hint: '只合并互不重叠的报告。' },
          { message: `${path} is in both ${before} and ${file}`, hint: 'Merge reports that do not overlap.' },
        );
      from.set(path, file);
    }
  }
  const outcomes = reports.flatMap((report) => report.outcomes).map(alone);
  return {
    reported: outcomes.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)),
    unread: reports.flatMap((report) => report.unread ?? []),
  };
}

// What zjtx record waive does: writes a waiver into a dossier, or says why there can be none.

import type { Assessment } from '../assessment.ts';
import { waived } from '../dossier/edit.ts';
import { codes } from '../findings/areas/index.ts';
import { allPlaces, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { Stop } from '../findings/stop.ts';
import { covers, isHard } from '../findings/waive.ts';
import { holdsNothing } from '../form/rows/entries.ts';
import { given as present } from '../given.ts';
import { cleanLine } from '../reporters/clean.ts';
import { wordsOf } from '../words/of-finding.ts';
import * as words from '../words/records.ts';
import { type Context, exit } from './command.ts';
import { dayOf } from './configured.ts';
import { oneDossier, replaceFile } from './one-dossier.ts';
import { textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { printStop } from './stopped.ts';
import { missingOptions, usage } from './usage.ts';

const command = 'zjtx record waive';
/** What a waiver needs, each with a sample. */
const needed = {
  code: 'image-small',
  at: 'attachments.business_license',
  reason: { zh: '理由', en: 'REASON' },
  by: { zh: '姓名', en: 'NAME' },
  until: '2021-08-31',
} as const;

/** What the command line says; throws a Stop for all that is missing. */
async function asked({ options, args }: Context): Promise<Readonly<Record<keyof typeof needed, string>>> {
  const said = (name: keyof typeof needed): string => textOption(options, name)?.trim() ?? '';
  // “无” is no reason, and “待定” nobody.
  const word = (name: 'reason' | 'by'): string => (holdsNothing(said(name)) ? '' : said(name));
  const given = { code: said('code'), at: said('at'), reason: word('reason'), by: word('by'), until: said('until') };
  if (Object.values(given).includes('')) throw missingOptions(command, given, needed, args);
  return given;
}

export const run = (given: Context): Promise<number> => withResult(given, 'waive', waive);

async function waive(given: Context, tell: Tell<'waive'>): Promise<number> {
  const typed = await asked(given);
  const waiver = { ...typed, until: dayOf(typed.until) ?? '' };
  if (waiver.at.includes('*'))
    throw usage(command, (say) => say.badValue('--at', waiver.at, 'attachments.tax_certificate'));
  const one = await oneDossier(given, command);
  const { assessment, dossier, shown } = one;
  const { context } = one.run;
  if (waiver.until < assessment.asOf)
    throw usage(command, (say) => say.badValue('--until', typed.until, `YYYY-MM-DD ≥ ${assessment.asOf}`));
  const judged = refusalOf(waiver, assessment);
  if ('refusal' in judged) {
    printStop(judged.refusal, context.terminal, context.language);
    return judged.code;
  }
  const say = words.recordWords(context.language).waive;
  const bytes = waived(dossier.bytes, waiver, shown);
  const backup = await replaceFile(one, bytes);
  const covers = judged.covered.map((finding) => ({ code: finding.code, at: finding.at }));
  tell({
    dossier: shown,
    waiver: { ...waiver, ...present({ label: labelAt(waiver.at, assessment) }) },
    covers,
    backup,
  });
  const lines = judged.covered.map((finding) => `    ${cleanLine(wordsOf(finding, context.language).message)}`);
  context.terminal.stdout.write(
    `${[say.done(waiver.code, waiver.at, waiver.until), ...lines, say.written(shown, backup)].join('\n')}\n`,
  );
  return 0;
}

/** What is printed of the slot, the field or the table at a place; nothing of a file. */
function labelAt(at: string, { form, inventory }: Assessment): string | undefined {
  const [part, ...ids] = at.split(/[.[]/);
  if (part === 'attachments') return inventory.slots.find(({ id }) => id === ids[0])?.label;
  const item = form.sections.flatMap(({ items }) => items).find((one) => ids.includes(one.id));
  return item?.kind === 'field' ? item.label : item?.title;
}

type Wanted = { readonly code: string; readonly at: string };

/** The findings that the waiver covers, or why it is refused, with the exit code for that. */
function refusalOf(
  wanted: Wanted,
  { findings, criteria }: Assessment,
): { readonly covered: readonly Finding[] } | { readonly refusal: Stop; readonly code: number } {
  const { code, at } = wanted;
  const known = [...Object.keys(codes), ...criteria.map(({ id }) => id)];
  if (!known.includes(code)) return { refusal: unknown(code, nearest(code, known)), code: exit.couldNot };
  if (isHard(code)) return { refusal: hard(code), code: exit.findings };
  const covered = findings.filter((finding) => covers(wanted, finding));
  if (covered.length > 0) return { covered };
  const places = findings
    .filter((finding) => finding.code === code)
    .flatMap(allPlaces)
    .map(({ path }) => path);
  return { refusal: absent(code, at, [...new Set(places)]), code: exit.findings };
}

const unknown = (code: string, near: string | undefined): Stop =>
  new Stop(
    'code-unknown',
    {
      message: `没有 ${code} 这个代码`,
      hint: near === undefined ? '代码见 zjtx validate 的报告，写在每条问题后的括号里。' : `是否指 ${near}`,
    },
    {
      message: `there is no code ${code}`,
      hint:
        near === undefined
          ? 'zjtx validate prints the code of a finding behind it, in brackets.'
          : `Did you mean ${near}?`,
    },
  );

const hard = (code: string): Stop =>
  new Stop(
    'code-hard',
    { message: `${code} 不能豁免`, hint: '申报平台自身的限制，或者没有检查完的文件，豁免无用，须改正材料。' },
    {
      message: `${code} cannot be waived`,
      hint: 'It is a limit of the portal itself, or the file was not inspected to its end: no waiver helps, correct the dossier.',
    },
  );

const absent = (code: string, at: string, places: readonly string[]): Stop =>
  places.length === 0
    ? new Stop(
        'code-absent',
        { message: `这份材料没有 ${code} 的问题，不必豁免`, hint: '运行 zjtx validate 查看现有的问题。' },
        {
          message: `this dossier has no finding ${code}, so there is nothing to waive`,
          hint: 'zjtx validate shows what it has.',
        },
      )
    : new Stop(
        'code-elsewhere',
        { message: `${at} 没有 ${code} 的问题`, hint: `它在：${places.join('、')}` },
        { message: `there is no finding ${code} at ${at}`, hint: `It stands at: ${places.join(', ')}` },
      );

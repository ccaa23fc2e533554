// Why a waiver cannot be written: a code that nobody knows or nobody may waive, a finding that is not there.
import type { Assessment } from '../assessment.ts';
import { codes } from '../findings/areas/index.ts';
import { allPlaces, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { Stop } from '../findings/stop.ts';
import { covers, isHard } from '../findings/waive.ts';
import { exit } from './command.ts';

type Wanted = { readonly code: string; readonly at: string };

/** The findings that the waiver covers, or why it is refused, with the exit code for that. */
export function refusalOf(
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
    { message: `${code} 不能豁免`, hint: '申报平台自身的限制，或者没有检查完的文件，豁免无用，须改正材料。' },
    {
      message: `${code} cannot be waived`,
      hint: 'The portal itself enforces it, or nobody could read the file: mend the dossier.',
    },
  );

const absent = (code: string, at: string, places: readonly string[]): Stop =>
  places.length === 0
    ? new Stop(
        { message: `这份材料没有 ${code} 的问题，不必豁免`, hint: '运行 zjtx validate 查看现有的问题。' },
        {
          message: `this dossier has no finding ${code}, so there is nothing to waive`,
          hint: 'zjtx validate shows what it has.',
        },
      )
    : new Stop(
        { message: `${at} 没有 ${code} 的问题`, hint: `它在：${places.join('、')}` },
        { message: `there is no finding ${code} at ${at}`, hint: `It stands at: ${places.join(', ')}` },
      );

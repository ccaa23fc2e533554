// Compares what the dossier says of its files with its own form and facts: names, dates, figures, seals, pages.
import { dayNumber, soonDays } from '../../expression/day.ts';
import { Decimal, readDecimal } from '../../expression/decimal.ts';
import type { Scope } from '../../expression/scope.ts';
import type { Fact, Vocabulary } from '../../expression/types.ts';
import type { Facts } from '../../expression/values.ts';
import { printed } from '../../files/pdf/fold.js';
import type { Wanted } from '../../files/pdf/search.js';
import type { Citation, Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { agree, takeFigure } from '../../values/figure.ts';
import { textTaken } from '../../values/taken.ts';
import { unitOf } from '../../values/units.ts';
import { keyAt, valueAt } from '../entry.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';
import { datedIn } from '../names.ts';
import { kindOf } from '../slots.ts';
import { type Aim, aimOf } from './aim.ts';
import { checkPages } from './claims.ts';

/** Findings about the evidence of files, each where the dossier names the file; an entry of several files speaks once. */
export function checkEvidence(inventory: Inventory, applicant: Applicant): Finding[] {
  const spoken = new Set<string>();
  const proofs = inventory.slots.flatMap((slot) => checkProof(slot, applicant));
  const each = inventory.slots
    .flatMap(({ files }) => files)
    .flatMap((file) => {
      if (spoken.has(file.at.path)) return [];
      spoken.add(file.at.path);
      return [
        ...checkName(file, applicant),
        ...checkIssuer(file, applicant),
        ...checkValidity(file, applicant),
        ...checkAhead(file, applicant),
        ...checkCovers(file, applicant),
        ...checkDenied(file, applicant),
        ...checkFigures(file, applicant),
        ...checkSeal(file, applicant),
        ...checkPages(file),
        ...checkProposed(file),
      ];
    });
  return [...proofs, ...each];
}

const proof = '_proof';

/**
 * A slot that is called the proof of a record (`market_share_proof`) holds what that record tells of: of its files one at
 * least is issued by whom it names, where they say by whom (E-05).
 */
function checkProof({ id, files }: Inventory['slots'][number], { facts, vocabulary, reason }: Applicant): Finding[] {
  const name = id.endsWith(proof) ? id.slice(0, -proof.length) : '';
  const [fact, record] = [vocabulary.get(name), facts.get(name)];
  if (fact === undefined || typeof record !== 'object' || !('kind' in record) || record.kind !== 'record') return [];
  const stated = record.fields.get('issuer_kind') === '企业自证' ? undefined : record.fields.get('issuer');
  const named = files.filter(({ evidence }) => evidence.issuer !== undefined);
  const [first] = named;
  if (typeof stated !== 'string' || first?.evidence.issuer === undefined) return [];
  if (named.some(({ evidence }) => printed(evidence.issuer ?? '') === printed(stated))) return [];
  const written = first.evidence.issuer;
  const head = fact.fields.get('issuer')?.meaning ?? '';
  const args = { field: `${first.source} ${head}`, written, other: `${fact.meaning} ${head}`, stated };
  return [report('answers-differ', args, valueAt(first, 'issuer'), { cite: reason('E-05') })];
}

/** Whether a file is said to lack its seal (E-04); a seal itself only a person can see. */
function checkSeal(file: AttachedFile, { reason }: Applicant): Finding[] {
  if (file.evidence.stamped !== false) return [];
  return [report('evidence-unstamped', { file: file.source }, valueAt(file, 'stamped'), { cite: reason('E-04') })];
}

/** What a program has read of a file is told of until a person has compared it with the paper. */
function checkProposed(file: AttachedFile): Finding[] {
  const { proposed: keys = [] } = file.evidence;
  if (keys.length === 0) return [];
  return [report('evidence-proposed', { file: file.source, keys }, keyAt(file, 'proposed'))];
}

/** A file issued to somebody else is an error, one issued under a former name a warning. */
function checkName(file: AttachedFile, { enterprise, facts, reason }: Applicant): Finding[] {
  const { issued_to: issued } = file.evidence;
  if (issued === undefined || enterprise === '') return [];
  const code = facts.get('uscc');
  const name = printed(issued);
  if (name === printed(enterprise) || (typeof code === 'string' && name === printed(code))) return [];
  const isFormer = isFormerName(name, facts);
  const about = { file: file.source, issued, enterprise };
  const said = isFormer ? 'evidence-former-name' : 'evidence-other-name';
  return [report(said, about, valueAt(file, 'issued_to'), { cite: reason('E-08') })];
}

const isFormerName = (name: string, facts: Facts): boolean => {
  const former = facts.get('former_names');
  return Array.isArray(former) && former.some((one) => printed(String(one)) === name);
};

/** What an enterprise says of its own figures is no audit (E-15). */
function checkIssuer(file: AttachedFile, { enterprise, facts, reason }: Applicant): Finding[] {
  const { issuer, kind } = file.evidence;
  if (issuer === undefined || enterprise === '' || kind === undefined || kindOf(kind) !== 'audit') return [];
  const name = printed(issuer);
  if (name !== printed(enterprise) && !isFormerName(name, facts)) return [];
  const said = { other: '材料种类', stated: '审计报告', right: '财务报表' };
  const args = { field: `${file.source} 出具单位`, written: issuer, ...said };
  return [report('issuer-is-applicant', args, valueAt(file, 'issuer'), { cite: reason('E-15') })];
}

/** The last day itself still counts; fewer than 30 days after the as-of day are a warning. */
function checkValidity(file: AttachedFile, { asOf, reason }: Applicant): Finding[] {
  const { valid_until: until } = file.evidence;
  if (until === undefined) return [];
  const cite = { cite: reason('E-10') };
  const at = valueAt(file, 'valid_until');
  const last = dayNumber(until);
  const today = dayNumber(asOf);
  if (last === undefined) return [report('evidence-date-unknown', { file: file.source, until }, at, cite)];
  if (today === undefined) return [];
  const days = last - today;
  if (days < 0) return [report('evidence-expired', { file: file.source, until, asOf }, at, cite)];
  return days < soonDays ? [report('evidence-expires-soon', { file: file.source, until, days }, at, cite)] : [];
}

/** A period that has not begun, or an audit of a year that is not over (E-12). */
function checkAhead(file: AttachedFile, { asOf, reason }: Applicant): Finding[] {
  const { covers = [], kind } = file.evidence;
  const isAudit = kind !== undefined && kindOf(kind) === 'audit';
  const ahead = covers.filter((period) => {
    const now = asOf.slice(0, period.length);
    return period > now || (isAudit && period.length === 4 && period === now && asOf < `${now}-12-31`);
  });
  if (ahead.length === 0) return [];
  const about = { file: file.source, covers: ahead, asOf };
  return [report('evidence-covers-ahead', about, valueAt(file, 'covers'), { cite: reason('E-12') })];
}

/** A year of which a file's own name says that it is of it: 2023年度, not the year in the number of a report. */
function checkCovers(file: AttachedFile, { reason }: Applicant): Finding[] {
  const { covers = [] } = file.evidence;
  const name = file.source.slice(file.source.lastIndexOf('/') + 1);
  const named = datedIn(name).years.filter((year) => name.normalize('NFKC').includes(`${year}年度`));
  if (covers.length === 0 || named.length === 0) return [];
  if (covers.some((period) => named.includes(Number(period.slice(0, 4))))) return [];
  const args = { file: file.source, written: covers.join('、'), stated: name };
  return [report('answers-differ', args, valueAt(file, 'covers'), { cite: reason('E-12') })];
}

/** How files with the certificate of a high-tech enterprise are called, and with what is none, or none of the applicant. */
const hiTechCertificate =
  /^(?!.*(?:申请|受理|培育|推荐|入库|公示|过期|失效|到期|取消|原|旧|客户|供应商|子公司|母公司)).*高新技术企业(?:认定)?证书/u;

/** The certificate of a title among the files, where the form says that there is none (E-01). */
function checkDenied(
  { source, evidence, at }: AttachedFile,
  { facts, vocabulary, scope, asOf, reason }: Applicant,
): Finding[] {
  const fact = ['hi_tech', 'innovation_honour'].find((id) => facts.get(id) === false);
  const name = source.slice(source.lastIndexOf('/') + 1).normalize('NFKC');
  const ended = evidence.valid_until !== undefined && evidence.valid_until < asOf;
  if (fact === undefined || ended || !hiTechCertificate.test(name)) return [];
  const field = scope?.label(fact) ?? vocabulary.get(fact)?.meaning ?? fact;
  const args = { field, answer: '否', file: source } as const;
  return [report('answer-against-paper', args, at, { cite: reason('E-01') })];
}

const tenThousand = new Decimal(10_000);

/** The side that is about (0.95 to 1.05 times) ten thousand times the other: one is in 元, the other in 万元. */
function largerSide(stated: Decimal, given: Decimal, fact: Fact): 'file' | 'dossier' | undefined {
  if (fact.type !== 'amount' || stated.isZero()) return undefined;
  const ratio = given.div(stated);
  const isAbout = (of: Decimal): boolean => of.gte('0.95') && of.lte('1.05');
  if (isAbout(ratio.div(tenThousand))) return 'dossier';
  return isAbout(ratio.times(tenThousand)) ? 'file' : undefined;
}

/** The figure in the unit of its fact, and what is said of how it is written. */
function read(
  file: AttachedFile,
  figure: string,
  written: string,
  { fact, year }: Aim,
  { reason }: Applicant,
): { stated?: Decimal; findings: Finding[] } {
  const at = valueAt(file, `figures.${figure}`);
  const taken = takeFigure(written, unitOf(fact));
  const text = textTaken(taken);
  const stated = text === undefined ? undefined : readDecimal(text);
  const field = `${file.source} ${fact.meaning}`;
  if (taken.is === 'several')
    return { findings: [report('value-ambiguous', { field, written, readings: taken.readings }, at)] };
  if (text === undefined || stated === undefined) {
    const about = { file: file.source, fact: fact.meaning, ...(year === undefined ? {} : { year }), written };
    return { findings: [report('evidence-figure-unreadable', about, at, { cite: reason('E-05') })] };
  }
  const told = taken.is === 'taken' ? [report('value-taken', { field, written, taken: text }, at)] : [];
  return { stated, findings: told };
}

function compare(file: AttachedFile, figure: string, stated: Decimal, aim: Aim, { reason }: Applicant): Finding[] {
  const { fact, year, value: given } = aim;
  const at = valueAt(file, `figures.${figure}`);
  if (!(given instanceof Decimal) || stated.eq(given)) return [];
  const about = {
    file: file.source,
    fact: fact.meaning,
    ...(year === undefined ? {} : { year }),
    stated: stated.toFixed(),
    given: given.toFixed(),
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
  };
  if (agree(stated, given, fact)) return [report('evidence-figure-near', about, at, { cite: reason('E-05') })];
  const larger = largerSide(stated, given, fact);
  if (larger === undefined) return [report('evidence-figure-differs', about, at, { cite: reason('E-05') })];
  return [report('evidence-unit', { ...about, larger }, at, { cite: reason('E-06') })];
}

/** The key that names a fact which nobody knows: that of the fact, or of the figure when both are one key. */
const named = ({ keys }: AttachedFile, fact: string, figure: string): string =>
  `figures.${keys?.has(`figures.${fact}`) ? fact : figure}`;

/** Each figure of a file against the dossier's; a fact that the dossier does not give is not compared. */
function checkFigures(file: AttachedFile, applicant: Applicant): Finding[] {
  const { figures = {}, covers = [] } = file.evidence;
  const cite = { cite: applicant.reason('E-05') };
  return Object.entries(figures).flatMap(([figure, written]): Finding[] => {
    const text = written.trim();
    // The shape check has said so already.
    if (/^(~|null)?$/i.test(text)) return [];
    const aim = aimOf(figure, covers, applicant.facts, applicant.vocabulary);
    if ('unknown' in aim) {
      const near = aim.nearest === undefined ? {} : { nearest: aim.nearest };
      const at = keyAt(file, named(file, aim.unknown, figure));
      return [report('evidence-fact-unknown', { file: file.source, fact: aim.unknown, ...near }, at, cite)];
    }
    if ('misplaced' in aim) {
      const about = { file: file.source, figure, fact: aim.fact.meaning, why: aim.misplaced };
      return [report('evidence-figure-misplaced', about, keyAt(file, `figures.${figure}`), cite)];
    }
    const { stated, findings } = read(file, figure, text, aim, applicant);
    return stated === undefined ? findings : [...findings, ...compare(file, figure, stated, aim, applicant)];
  });
}

/** What a dossier says of itself, for comparing its evidence with. */
export type Applicant = {
  /** Empty when the dossier does not name it: then no name is compared. */
  readonly enterprise: string;
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  /** What the form calls a fact; without it a fact is called what it means. */
  readonly scope?: Pick<Scope, 'label'>;
  /** `2021-08-16`. */
  readonly asOf: string;
  /** The clauses for a reason of rejection (`E-08`); none when the category does not cite it. */
  readonly reason: (row: string) => readonly Citation[];
};

/** What is looked for in the text of PDFs; none when the dossier names nobody. */
export function wantedOf({ enterprise, facts }: Pick<Applicant, 'enterprise' | 'facts'>): Wanted | undefined {
  const code = facts.get('uscc');
  const former = facts.get('former_names');
  if (enterprise === '') return undefined;
  return {
    name: enterprise,
    ...(typeof code === 'string' ? { code } : {}),
    ...(Array.isArray(former) ? { former: former.map(String) } : {}),
  };
}

/** Each file once, in order. */
function filesOf({ slots, rows }: Inventory): AttachedFile[] {
  const all = [...slots.flatMap(({ files }) => files), ...rows.map(({ file }) => file)];
  return [...new Map(all.map((file) => [file.source, file])).values()];
}

/** A warning for each file whose whole text does not name the applicant, a note for each that cannot be searched. */
export function checkMentions(inventory: Inventory, { enterprise, facts, reason }: Applicant): Finding[] {
  const uscc = facts.get('uscc');
  const files = filesOf(inventory);
  const { name, code, former = [] } = wantedOf({ enterprise, facts }) ?? {};
  const own = [name, code, ...former].map((one = '') => printed(one));
  // A file that the dossier itself says to be somebody else's is told of already.
  const others = files.filter(
    ({ traits, evidence: { issued_to: issued } }) =>
      traits.mentions === 'none' && (issued === undefined || own.includes(printed(issued))),
  );
  const findings: Finding[] = others.map((file) => {
    const about = { file: file.source, enterprise, ...(typeof uscc === 'string' ? { uscc } : {}) };
    return report('pdf-other-name', about, file.at, { cite: reason('E-08') });
  });
  if (enterprise === '') return findings;
  const mute = files.filter(({ traits }) => traits.unread !== undefined && traits.mentions === undefined);
  return [...findings, ...mute.map(({ source, at }) => report('pdf-no-text', { file: source }, at))];
}

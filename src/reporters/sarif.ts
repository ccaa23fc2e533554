// SARIF 2.1.0 for code scanning: one run, its rules, and a located result for each finding.
import { jsonText } from '../characters/shown.ts';
import { areas, type Area as CodeArea } from '../findings/areas/index.ts';
import { type Finding, isCriterion, type Place } from '../findings/finding.ts';
import { furtherPlaces } from '../findings/order.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { clauses } from './citation.ts';
import { cleanLine, cleanText } from './clean.ts';
import type { Json } from './json.ts';
import { explained, type Listed, listed, mendText, pathIn, together, unreadText, waiverText } from './listed.ts';
import type { Renderer, Report, Unread } from './reporter.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const home = 'https://www.npmjs.com/package/zjtx';

/** A viewer reads `[text](target)` in a message as a link: text of a dossier may not make one. */
const message = (text: string): Json => ({ text: text.includes('](') ? text.replaceAll('[', '\\[') : text });

/** A URI reference with every segment percent-encoded; an absolute path becomes a file: URI. */
function uriOf(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

function helpOf(findings: readonly Finding[], language: Language): string {
  const cited = new Set(findings.map((finding) => clauses(finding.cite, language)));
  const [first] = findings;
  const hint = first !== undefined && isCriterion(first) ? first.criterion.hint : undefined;
  return [...cited, ...(hint === undefined ? [] : [cleanText(ofDefinition(hint, language))])].join('\n');
}

/** `all` are the findings of one rule, at least one. */
function ruleData(id: string, all: readonly Finding[], language: Language): Json {
  const [first] = all;
  const title =
    first !== undefined && isCriterion(first) ? cleanLine(ofDefinition(first.criterion.title, language)) : undefined;
  const { short, full } = title === undefined ? aboutCode(id, language) : { short: title, full: title };
  return {
    id,
    shortDescription: message(short),
    fullDescription: message(full),
    help: message(helpOf(all, language)),
    defaultConfiguration: { level: first?.severity ?? 'warning' },
  };
}

function resultData(
  each: Listed,
  language: Language,
  rules: readonly string[],
  artifactLocation: (uri: string) => Json,
): Json {
  const { outcome, finding, rule, path, key } = each;
  const regionOf = ({ line, column, endLine, endColumn }: Place): Json => ({
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
  });
  const locationOf = (file: string, place: Place): Json => ({
    physicalLocation: {
      artifactLocation: artifactLocation(uriOf(file)),
      region: place.absent ? { startLine: place.line } : regionOf(place),
    },
  });
  const { fix = [] } = finding;
  const fixes: readonly Json[] =
    fix.length === 0
      ? []
      : [
          {
            description: message(mendText(fix, language)),
            artifactChanges: [
              {
                artifactLocation: artifactLocation(uriOf(path)),
                replacements: fix.map(({ at, put }) => ({
                  deletedRegion: regionOf(at),
                  ...(put === '' ? {} : { insertedContent: { text: put } }),
                })),
              },
            ],
          },
        ];
  const related = furtherPlaces(finding).places.map((place) => locationOf(pathIn(outcome, place.file), place));
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: finding.severity,
    message: message(explained(finding, language)),
    locations: [locationOf(path, finding.at)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(fixes.length === 0 ? {} : { fixes }),
    partialFingerprints: { 'zjtxRuleAndPath/v1': key },
    suppressions:
      finding.waived === undefined
        ? []
        : [{ kind: 'external', status: 'accepted', justification: waiverText(finding, language) }],
  };
}

/** Whether all was checked, and of what was not, why: no result of a rule. */
function invocation(unread: readonly Unread[], language: Language): Json {
  const notifications = unread.map((one) => ({
    descriptor: { id: one.code },
    level: 'error',
    message: message(unreadText(one, language)),
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(one.path.replace(/^(?:\.\/+)+(?=.)/, '')) } } }],
  }));
  return {
    executionSuccessful: unread.length === 0,
    ...(unread.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function run({ outcomes, unread = [], program: { version }, language }: Report): Json {
  const all = outcomes.flatMap(listed);
  const rules = together(all, ({ rule }) => rule);
  const ids = [...rules.keys()];
  const uris = [...new Set([...outcomes.map((outcome) => pathIn(outcome)), ...all.map(({ path }) => path)].map(uriOf))];
  const digests = new Map(
    outcomes.map((outcome) => [uriOf(pathIn(outcome)), { hashes: { 'sha-256': outcome.dossier.sha256 } }]),
  );
  const artifactLocation = (uri: string): Json => ({ uri, index: uris.indexOf(uri) });
  return {
    tool: {
      driver: {
        name: 'zjtx',
        version,
        informationUri: home,
        rules: ids.map((id) =>
          ruleData(
            id,
            (rules.get(id) ?? []).map(({ finding }) => finding),
            language,
          ),
        ),
      },
    },
    invocations: [invocation(unread, language)],
    language: language === 'zh' ? 'zh-CN' : 'en',
    columnKind: 'unicodeCodePoints',
    artifacts: uris.map((uri) => ({ location: { uri }, ...digests.get(uri) })),
    results: all.map((each) => resultData(each, language, ids, artifactLocation)),
  };
}

/** One run however many dossiers: code scanning refuses a file with many. Waived findings are suppressed results. */
export const sarif: Renderer<string> = {
  render: (report) => `${jsonText({ $schema: schema, version: '2.1.0', runs: [run(report)] }, 2)}\n`,
};

type Area = 'document' | 'dossier' | 'form' | 'attachments' | 'sheet';

const areaNames: Record<Language, Record<Area, string>> = {
  zh: { document: 'YAML 写法', dossier: '申报材料的结构', form: '填报内容', attachments: '附件', sheet: '工作簿' },
  en: {
    document: 'YAML syntax',
    dossier: 'structure of the dossier',
    form: 'the form',
    attachments: 'attachments',
    sheet: 'workbooks',
  },
};

/** Where a code stands that is told of as part of another area. */
const within: Partial<Record<CodeArea, Area>> = {
  document: 'document',
  sheet: 'sheet',
  dossier: 'dossier',
  season: 'dossier',
  earlier: 'dossier',
  form: 'form',
};

/** Definitions and bundles have no findings in a report of dossiers; what is left is about attached files. */
function areaOf(code: string): Area {
  const [area] = Object.entries(areas).find(([, codes]) => Object.hasOwn(codes, code)) ?? [];
  return within[area as CodeArea] ?? 'attachments';
}

/** A line and a sentence about an engine code: `附件：slot-empty`, and where the particulars stand. */
function aboutCode(
  code: string,
  language: Language,
): { readonly area: string; readonly short: string; readonly full: string } {
  const area = areaNames[language][areaOf(code)];
  return language === 'zh'
    ? { area, short: `${area}：${code}`, full: `zjtx 对${area}的检查。每一处的说明、依据和修正办法见结果。` }
    : {
        area,
        short: `${area}: ${code}`,
        full: `A check of zjtx (${area}). Each result says what, why and how to fix it.`,
      };
}

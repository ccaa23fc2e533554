// Bundles whose digests all agree and whose content was forged: each with the codes and places that verify must give.
import { closed, edit, editInfo, editJson, type Loose, type Parts, relist, sealed, zipped } from './forge.ts';

export type Given = { readonly whole: Parts; readonly other: Parts; readonly draft: Parts };
/** What is forged, how, and what verify must say: `code place`. */
export type Forgery = readonly [what: string, make: (given: Given) => Buffer | Promise<Buffer>, ...codes: string[]];

const record = 'data/assessment.json';
const category = 'data/category.json';
const differs = `bundle-record-differs ${record}`;
const list = 'bundle-list-broken';

/** Something in the record of the true bundle is changed, and all is sealed again. */
const told = (what: string, change: (value: Loose) => void, ...codes: string[]): Forgery => [
  what,
  ({ whole }) => {
    editJson(whole, record, change);
    return zipped(sealed(whole));
  },
  ...codes,
];
const inDraft = (what: string, change: (value: Loose) => void, ...codes: string[]): Forgery => [
  what,
  ({ draft }) => {
    editJson(draft, record, change);
    return zipped(sealed(draft));
  },
  ...codes,
];
const forged = (what: string, change: (given: Given) => void, ...codes: string[]): Forgery => [
  what,
  (given) => {
    change(given);
    return zipped(sealed(given.whole));
  },
  ...codes,
];
const info = (what: string, label: string, value: string, code = 'bundle-bag-broken'): Forgery => [
  what,
  ({ whole }) => {
    editInfo(whole, label, value);
    return zipped(closed(whole));
  },
  `${code} bag-info.txt`,
];

const weaker = (value: Loose): void => {
  const [first] = Object.keys(value.definition.criteria);
  value.definition.criteria[first ?? ''].severity = 'note';
};
const licence = 'data/附件/01-企业营业执照原件扫描件';
const licenceFile = `${licence}/企业营业执照原件扫描件.jpg`;
const profile = 'data/附件/02-企业简介(盖章)/企业简介(盖章).pdf';
const research = 'data/附件/07-研发机构、高新技术企业证明材料/高新技术企业认定情况证明.pdf';
const leftOut = `bundle-finding-left-out ${record}`;
const invented = `bundle-finding-invented ${record}`;
const mobile = (value: Loose): number =>
  value.findings.findIndex(({ severity }: { severity: string }) => severity === 'error');
/** The digest of the definition, as the manifest has it. */
const digestOfCategory = ({ files }: Parts): string =>
  /^([0-9a-f]{64}) {2}data\/category\.json$/m.exec(String(files.get('manifest-sha256.txt')))?.[1] ?? '';

export const forgeries: readonly Forgery[] = [
  forged(
    'a guide with a script',
    ({ whole }) => edit(whole, 'data/填报指引.html', '</body>', '<script>alert(1)</script></body>'),
    'bundle-guide-differs data/填报指引.html',
  ),
  told(
    'a changed figure',
    (value) => {
      value.metrics[0].outcome.value = '99';
      value.metrics[0].outcome.shown = '99.00';
    },
    `bundle-metric-differs ${record}`,
  ),
  told(
    'a changed formula',
    (value) => {
      value.metrics[0].formula = '1 + 1';
    },
    differs,
  ),
  told(
    'a metric left out',
    (value) => {
      value.metrics.shift();
    },
    `bundle-metric-differs ${record}`,
  ),
  told(
    'a decision turned',
    (value) => {
      const one = value.criteria.find((each: Loose) => each.decision.is === 'met');
      one.decision = { is: 'not met' };
      value.counts.met -= 1;
      value.counts.notMet += 1;
    },
    `bundle-decision-differs ${record}`,
  ),
  told(
    'a criterion left out',
    (value) => {
      const [one] = value.criteria.splice(0, 1);
      value.counts[one.decision.is === 'not met' ? 'notMet' : one.decision.is] -= 1;
    },
    `bundle-decision-differs ${record}`,
  ),
  told(
    'a criterion made lighter',
    (value) => {
      value.criteria[0].severity = 'note';
    },
    differs,
  ),
  told(
    'a finding made up',
    (value) => {
      value.findings.push({
        code: 'slot-several',
        severity: 'note',
        message: { zh: '甲', en: 'a' },
        cite: [],
        args: {},
        at: { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
      });
      value.counts.notes += 1;
    },
    invented,
  ),
  inDraft(
    'a finding left out',
    (value) => {
      value.findings.splice(mobile(value), 1);
      value.counts.errors -= 1;
      value.state = value.counts.warnings + value.counts.undecided > 0 ? 'submittable' : 'ready';
    },
    leftOut,
  ),
  inDraft(
    'a finding made lighter',
    (value) => {
      value.findings[mobile(value)].severity = 'note';
      value.counts.errors -= 1;
      value.counts.notes += 1;
      value.state = value.counts.warnings + value.counts.undecided > 0 ? 'submittable' : 'ready';
    },
    invented,
  ),
  inDraft(
    'a finding with other words',
    (value) => {
      value.findings[mobile(value)].message.zh = '没事';
    },
    invented,
  ),
  told(
    'counts that do not count',
    (value) => {
      value.counts.met += 1;
    },
    differs,
  ),
  inDraft(
    'a state that does not follow',
    (value) => {
      value.state = 'ready';
    },
    differs,
  ),
  told(
    'a point confirmed by nobody',
    (value) => {
      value.checklist[0].attested = { by: '无人', on: '2021-08-15' };
    },
    differs,
  ),
  told(
    'a source with another standing',
    (value) => {
      value.category.sources[0].standing = 'proposal';
    },
    differs,
  ),
  told(
    'another enterprise',
    (value) => {
      value.enterprise = '别家有限公司';
    },
    differs,
  ),
  told(
    'another credit code',
    (value) => {
      value.uscc = '91320115MADEM0012X';
    },
    differs,
  ),
  told(
    'pages that an attachment does not have',
    (value) => {
      value.attachments.slots[0].files[0].traits = { pages: 99 };
    },
    differs,
  ),
  told(
    'a record with a key of its own',
    (value) => {
      value.approved = true;
    },
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record that is no JSON',
    ({ whole }) => {
      whole.files.set(record, Buffer.from('{'));
    },
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record nested a hundred thousand deep',
    ({ whole }) => {
      whole.files.set(record, Buffer.from('['.repeat(1e5) + ']'.repeat(1e5)));
    },
    `bundle-record-broken ${record}`,
  ),

  [
    'a weaker definition, its digest in bag-info as before',
    ({ whole }) => {
      editJson(whole, category, weaker);
      return zipped(closed(whole));
    },
    'bundle-bag-broken bag-info.txt',
    'bundle-size-differs bag-info.txt',
  ],
  forged(
    'a weaker definition, its digest in the record as before',
    ({ whole }) => editJson(whole, category, weaker),
    leftOut,
    differs,
    `category-altered ${category}`,
  ),
  forged(
    'a weaker definition with its digest everywhere',
    ({ whole }) => {
      editJson(whole, category, weaker);
      sealed(whole);
      const sha256 = digestOfCategory(whole);
      editJson(whole, record, (value) => {
        value.category.sha256 = sha256;
      });
    },
    leftOut,
    differs,
    `category-altered ${category}`,
  ),
  forged(
    'a definition with a key of its own',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        value.free = 1;
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition with an id of its own',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        value.id = 'jiangsu/2021/else';
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition nested a hundred thousand deep',
    ({ whole }) => {
      whole.files.set(category, Buffer.from('['.repeat(1e5) + ']'.repeat(1e5)));
    },
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition whose rule never ends',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        const [first] = Object.keys(value.definition.criteria);
        value.definition.criteria[first ?? ''].rule = {
          assert: '[1].all(a, [1].all(b, [1].all(c, [1].all(d, true))))',
        };
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a category that nobody knows',
    ({ whole }) => {
      editJson(whole, category, (value) => {
        value.id = 'yunling/2021/seedling';
      });
      editJson(whole, record, (value) => {
        value.category.id = 'yunling/2021/seedling';
      });
    },
    'bundle-dossier-broken data/dossier.yaml',
    `category-unproved ${category}`,
  ),

  forged(
    'the summary of another bundle',
    ({ whole, other }) => {
      whole.files.set('data/申请表.pdf', other.files.get('data/申请表.pdf') ?? Buffer.alloc(0));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'the summary of a draft',
    ({ whole, draft }) => {
      whole.files.set('data/申请表.pdf', draft.files.get('data/申请表.pdf') ?? Buffer.alloc(0));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'a summary with something behind it',
    ({ whole }) => {
      whole.files.set(
        'data/申请表.pdf',
        Buffer.concat([whole.files.get('data/申请表.pdf') ?? Buffer.alloc(0), Buffer.from('\n% more\n')]),
      );
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'a summary that is no PDF',
    ({ whole }) => {
      whole.files.set('data/申请表.pdf', Buffer.from('甲'));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),

  forged(
    'another dossier',
    ({ whole, other }) => {
      whole.files.set('data/dossier.yaml', other.files.get('data/dossier.yaml') ?? Buffer.alloc(0));
    },
    differs,
  ),
  forged(
    'a dossier that is no YAML',
    ({ whole }) => {
      whole.files.set('data/dossier.yaml', Buffer.from('\tx: ['));
    },
    'bundle-dossier-broken data/dossier.yaml',
  ),
  forged(
    'a dossier of another category',
    ({ whole }) => edit(whole, 'data/dossier.yaml', 'jiangsu/2021/product', 'jiangsu/2021/giant-innovation'),
    'bundle-dossier-broken data/dossier.yaml',
  ),

  forged(
    'an attachment removed',
    ({ whole }) => {
      whole.files.delete(licenceFile);
    },
    `${list} ${licenceFile}`,
  ),
  forged(
    'an attachment removed, from the list too',
    ({ whole }) => {
      const path = licenceFile;
      whole.files.delete(path);
      editJson(whole, record, (value) => {
        value.files = value.files.filter((file: Loose) => file.path !== path);
      });
    },
    leftOut,
    differs,
  ),
  forged(
    'an attachment added',
    ({ whole }) => {
      whole.files.set(`${licence}/b.pdf`, Buffer.from('x'));
    },
    `bundle-file-extra ${licence}/b.pdf`,
  ),
  forged(
    'an attachment added, in the list too',
    ({ whole }) => {
      whole.files.set(`${licence}/b.pdf`, Buffer.from('x'));
      editJson(whole, record, (value) => {
        value.files.push({ ...value.files[0], path: `${licence}/b.pdf`, source: '附件/b.pdf' });
      });
      relist(whole, `${licence}/b.pdf`);
    },
    `${list} ${licence}/b.pdf`,
  ),
  forged(
    'attachments of two slots exchanged',
    ({ whole }) => exchange(whole, false),
    `${list} ${profile}`,
    `${list} ${research}`,
  ),
  forged(
    'attachments of two slots exchanged, in the list too',
    ({ whole }) => exchange(whole, true),
    invented,
    leftOut,
    differs,
  ),
  told(
    'a file that is listed twice',
    (value) => {
      value.files.push(value.files[0]);
    },
    `${list} ${licenceFile}`,
  ),
  told(
    'a source that climbs out',
    (value) => {
      value.files[0].source = '../../../../../../../../../../etc/x';
    },
    `${list} ../../../../../../../../../../etc/x`,
  ),
  told(
    'a source that is absolute',
    (value) => {
      value.files[0].source = '/etc/x';
    },
    `${list} /etc/x`,
  ),
  told(
    'a source that is a folder of another',
    (value) => {
      value.files[0].source = value.files[1].source.split('/')[0];
    },
    `${list} 附件/企业简介/企业简介(盖章).pdf`,
  ),
  told(
    'two files with one source',
    (value) => {
      value.files[0].source = value.files[1].source;
    },
    `${list} 附件/企业简介/企业简介(盖章).pdf`,
  ),
  told(
    'a file of another slot',
    (value) => {
      value.files[0].slot = value.files.at(-1).slot;
    },
    `${list} ${licenceFile}`,
  ),
  told(
    'a merged PDF that is not there',
    (value) => {
      value.merged = [
        {
          slot: 'business_license',
          label: '甲',
          is: 'merged',
          path: 'data/合并/x.pdf',
          bytes: 1,
          sha256: '0'.repeat(64),
          parts: [],
          apart: [],
          signed: [],
        },
      ];
    },
    `${list} data/合并/x.pdf`,
  ),
  forged(
    'a tag file that nobody asked for',
    ({ whole }) => {
      whole.files.set('open-me.exe', Buffer.from('MZ'));
    },
    'bundle-file-extra open-me.exe',
  ),

  [
    'a draft declared final',
    ({ draft }) => {
      editInfo(draft, 'Zjtx-Status', 'final');
      return zipped(sealed({ ...draft, top: draft.top.replace('-草稿', '') }));
    },
    'bundle-final-errors bag-info.txt',
  ],
  [
    'a draft declared final, its errors waived by nobody',
    ({ draft }) => {
      editInfo(draft, 'Zjtx-Status', 'final');
      editJson(draft, record, (value) => {
        for (const one of value.findings.filter(({ severity }: Loose) => severity === 'error')) {
          one.waived = { reason: '无', by: '无人', until: '2021-12-31' };
          value.counts.errors -= 1;
          value.counts.waived += 1;
        }
        value.state = value.counts.warnings + value.counts.undecided > 0 ? 'submittable' : 'ready';
      });
      return zipped(sealed({ ...draft, top: draft.top.replace('-草稿', '') }));
    },
    'bundle-guide-differs data/填报指引.html',
    'bundle-summary-differs data/申请表.pdf',
    `bundle-waiver-outside ${record}`,
  ],
  [
    'a draft without its name',
    ({ draft }) => zipped({ ...draft, top: draft.top.replace('-草稿', '') }),
    'bundle-name-differs bag-info.txt',
  ],
  told(
    'another as-of date',
    (value) => {
      value.asOf = '2021-08-30';
    },
    'bundle-bag-broken bag-info.txt',
  ),
  forged(
    'another as-of date, in bag-info too',
    ({ whole }) => {
      editJson(whole, record, (value) => {
        value.asOf = '2021-08-17';
      });
      editInfo(whole, 'Bagging-Date', '2021-08-17');
    },
    'bundle-guide-differs data/填报指引.html',
    'bundle-summary-differs data/申请表.pdf',
  ),
  told(
    'another program version',
    (value) => {
      value.program.version = '9.9.9';
    },
    'bundle-bag-broken bag-info.txt',
    `bundle-version-other ${record}`,
  ),
  forged(
    'another program version, in bag-info too',
    ({ whole }) => {
      editJson(whole, record, (value) => {
        value.program.version = '9.9.9';
      });
      editInfo(whole, 'Bag-Software-Agent', 'zjtx 9.9.9');
    },
    'bundle-summary-differs data/申请表.pdf',
    `bundle-version-other ${record}`,
  ),
  forged(
    'another program version, with a changed figure',
    ({ whole }) => {
      editJson(whole, record, (value) => {
        value.program.version = '9.9.9';
        value.metrics[0].outcome.value = '99';
      });
      editInfo(whole, 'Bag-Software-Agent', 'zjtx 9.9.9');
    },
    `bundle-metric-differs ${record}`,
    `bundle-version-other ${record}`,
  ),

  info('a Payload-Oxum that lies', 'Payload-Oxum', '1.1', 'bundle-size-differs'),
  info('a date that lies', 'Bagging-Date', '2021-08-01'),
  info('an organization that lies', 'Source-Organization', '别家有限公司'),
  info('a credit code that lies', 'External-Identifier', '91320115MADEM0012X'),
  info('a category that lies', 'Zjtx-Category', 'jiangsu/2021/giant-innovation'),
  info('a line of its own', 'Zjtx-Status', 'final\nZjtx-Approved: yes'),
];

/** Exchanges the bytes of the first files of two slots; `listed` as the list has them. */
function exchange(parts: Parts, listed: boolean): void {
  const paths = [...parts.files.keys()].filter((path) => /^data\/附件\/.*\.pdf$/.test(path)).sort();
  const [a = '', b = ''] = [paths[0] ?? '', paths.at(-1) ?? ''];
  const [own, others] = [parts.files.get(a), parts.files.get(b)];
  if (own === undefined || others === undefined || own.equals(others)) throw new Error('nothing to exchange');
  parts.files.set(a, others);
  parts.files.set(b, own);
  if (listed) for (const path of [a, b]) relist(parts, path);
}

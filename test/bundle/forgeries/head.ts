// Forgeries of what the bundle is: draft or final, its day, its version, the lines of bag-info.
import { edit, editInfo, editJson, type Loose, sealed, zipped } from '../forge.ts';
import { type Forgery, forged, info, record, told } from './kinds.ts';

export const ofHead: readonly Forgery[] = [
  [
    'a draft declared final',
    ({ draft }) => {
      editInfo(draft, 'Zjtx-Status', 'final');
      return zipped(sealed({ ...draft, top: draft.top.replace('-草稿', '') }));
    },
    'bundle-stamp-flatters bag-info.txt',
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
        value.state = 'ready';
      });
      editInfo(draft, 'Zjtx-State', 'ready');
      edit(draft, 'bag-info.txt', /^Zjtx-Open: .*\n/m, '');
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

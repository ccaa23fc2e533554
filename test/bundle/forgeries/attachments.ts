// Forgeries of the attachments, their list, and what stands beside them.
import { editJson, type Loose, type Parts, relist } from '../forge.ts';
import {
  differs,
  type Forgery,
  forged,
  invented,
  leftOut,
  licence,
  licenceFile,
  list,
  profile,
  record,
  research,
  told,
} from './kinds.ts';

export const ofAttachments: readonly Forgery[] = [
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
    'bundle-bag-broken bag-info.txt',
    'bundle-stamp-flatters bag-info.txt',
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

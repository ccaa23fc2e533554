// The sentences for attachments: every code, both languages, with the values and a way to mend it.
import { expect, test } from 'vitest';
import { fileCodes } from '../../src/findings/areas/index.ts';
import { report } from '../../src/findings/report.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { zipOf } from './build.ts';
import { folderOf, placeOf, slotOf, take } from './dossier.ts';

const at = placeOf('attachments.other', 10);
const findings = (Object.keys(fileCodes) as (keyof typeof fileCodes)[]).flatMap((code) =>
  fileCodes[code].samples.map((args) => report(code, args as never, at)),
);

test('every sentence', async () => {
  const lines = findings.flatMap((finding) => {
    const zh = wordsOf(finding, 'zh');
    const en = wordsOf(finding, 'en');
    return [`${finding.code}  ${finding.severity}`, zh.message, zh.hint, en.message, en.hint, ''];
  });
  expect(lines.every((line) => line !== undefined && !/undefined|NaN|\[object/.test(line))).toBe(true);
  await expect(lines.join('\n')).toMatchFileSnapshot('messages.snap.txt');
});

test('how to mend a refused type depends on the type', async () => {
  const folder = folderOf(
    Object.fromEntries(['zip', 'wps', 'et', 'heic', 'exe'].map((type) => [`a.${type}`, zipOf()])),
  );
  const { findings: found } = await take(folder, { slots: [slotOf()], entries: { other: ['*'] } });
  const hints = found.map((one) => wordsOf(one, 'zh').hint);
  expect(new Set(hints).size).toBe(hints.length);
  expect(hints.join()).toContain('WinRAR');
});

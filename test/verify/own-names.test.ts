// The names of a dossier's own folders, told by its paths; a bundle whose paths take that way is whole.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownNames } from '../../src/verify/list.ts';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';

describe('own names', () => {
  it.each([
    ['its own folder', ['../甲/a.pdf'], ['a.pdf'], ['甲']],
    ['the one above', ['../../乙/甲/a.pdf'], ['a.pdf'], ['甲', '乙']],
    ['only the one above', ['../../乙/b.pdf'], ['../b.pdf'], [undefined, '乙']],
    ['a pattern', ['../甲/附件/*.pdf'], ['附件/a.pdf'], ['甲']],
    ['nothing new', ['../甲/a.pdf', 'b.pdf'], ['../甲/a.pdf', 'b.pdf'], []],
    ['nothing of the kind', ['../甲', '..', '../甲/x.pdf', '../甲/../a.pdf'], ['a.pdf'], []],
    ['a name no disk takes', [`../${'长'.repeat(86)}/a.pdf`], ['a.pdf'], []],
  ] as const)('%s', (_what, texts, sources, names) => {
    expect(ownNames(texts, sources)).toEqual(names);
  });

  it('are single names, whatever the texts', () => {
    const part = fc.constantFrom('..', '.', '', '甲', 'a.pdf', '*', 'x\\y', '\0');
    const path = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path), fc.array(path), (texts, sources) => {
        for (const name of ownNames(texts, sources)) expect(name ?? '甲').toMatch(/^(?!\.\.?$)[^/\\\0]+$/);
      }),
    );
  });
});

it.each([`../甲/${licence}`, `../../乙/甲/${licence}`, '../甲/附件/营业执照/*.jpg'])(
  'verify accepts a dossier that names %s',
  async (path) => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, '乙'));
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'root: true\n');
    readyIn(join(cwd, '乙'), '甲', [[`: ${licence}`, `: ${path}`]]);
    expect(await zjtx(['build', '乙/甲'], { cwd })).toMatchObject({ code: 0 });
    const [bundle = ''] = readdirSync(join(cwd, 'out'));
    const ran = await zjtx(['verify', '--final', join('out', bundle)], { cwd });
    expect(ran, ran.stdout).toMatchObject({ code: 0, stderr: '' });
  },
);

// zjtx verify as a gate: what it derives again, in words; drafts, merged slots, strangers' categories; nothing is left behind.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apart, editJson, sealed, zipped } from '../bundle/forge.ts';
import { folderOf } from '../category/folder.ts';
import { dossier, files } from '../category/yunling.ts';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const name = '江苏示例精密机械有限公司-jiangsu-2021-product';
const licence = resolve(
  import.meta.dirname,
  '../../examples/jiangsu-2021-product/ready/附件/完税证明/2020年度完税证明.pdf',
);

/** `zjtx verify …` with a temporary folder of its own, which is empty again after it. */
async function verify(cwd: string, ...argv: string[]) {
  const before = process.env.TMPDIR;
  const temporary = emptyFolder();
  process.env.TMPDIR = temporary;
  try {
    return await zjtx(['verify', ...argv], { cwd });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    expect(readdirSync(temporary)).toEqual([]);
  }
}

describe('a final bundle', () => {
  it('is whole, and verify names what it derived again', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    const ran = await verify(cwd, '--final', `out/${name}.zip`);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.replace(/\s+/g, '')).toContain(
      '已按包内材料重新得出并比较：类别定义、申请表、指标、条件、问题、附件、人工核对清单、申请表PDF',
    );
    expect((await verify(cwd, `out/${name}.zip`, '--lang', 'en')).stdout).toContain('derived again');
  });

  it.each(['2021-08-10', '2021-08-20'])('keeps the deadline %s that only who built it knows', async (deadline) => {
    const cwd = emptyFolder();
    readyIn(cwd, '甲');
    writeFileSync(join(cwd, 'zjtx.config.yaml'), `folders:\n  - {path: 甲, deadline: ${deadline}}\n`);
    expect((await zjtx(['validate', '甲'], { cwd })).stdout).toContain(deadline);
    await zjtx(['build', '甲', '-o', 'out'], { cwd });
    const there = emptyFolder();
    writeFileSync(join(there, 'b.zip'), readFileSync(join(cwd, 'out', `${name}.zip`)));
    expect(await verify(there, '--final', 'b.zip')).toMatchObject({ code: 0, stderr: '' });
  });

  it('unpacked is not proved, and it is said what is', async () => {
    const cwd = ready();
    await zjtx(['build', '--folder'], { cwd });
    const ran = await verify(cwd, `out/${name}`);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/是解压后的材料包，没有核对.*\n修正：写材料包的 zip；.*zjtx build/);
  });

  it('is whole with the merged PDFs of its slots', async () => {
    const cwd = ready();
    await zjtx(['build', '--merge-slots'], { cwd });
    expect(await verify(cwd, `out/${name}.zip`)).toMatchObject({ code: 0 });
  });

  it('is refused with a decision turned, in a sentence that names both', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    const parts = await apart(readFileSync(join(cwd, 'out', `${name}.zip`)));
    editJson(parts, 'data/assessment.json', (record) => {
      record.criteria[0].decision = { is: 'not met' };
      record.counts.met -= 1;
      record.counts.notMet += 1;
    });
    writeFileSync(join(cwd, '改.zip'), zipped(sealed(parts)));
    const ran = await verify(cwd, '改.zip');
    expect(ran.code).toBe(1);
    expect(ran.stdout.replace(/\s+/g, '')).toContain('包里写“不符合”，按材料重新判断是“符合”');
    expect(ran.stdout).not.toContain('已按包内材料重新得出');
  });
});

describe('where it stands', () => {
  it('no configuration changes anything', async () => {
    const cwd = ready(['mobile: "13900000018"', 'mobile:']);
    await zjtx(['build', '--draft'], { cwd });
    const before = await verify(cwd, `out/${name}-草稿.zip`);
    const settings =
      'lang: en\nfonts: [/dev/zero]\nschemas: [none]\nwaivers: [{code: field-missing, at: form, reason: a, by: b, until: 2099-12-31}]\n';
    for (const config of [settings, 'fonts: [\n']) {
      for (const folder of [cwd, join(cwd, 'out')]) writeFileSync(join(folder, 'zjtx.config.yaml'), config);
      expect(await verify(cwd, `out/${name}-草稿.zip`)).toEqual(before);
    }
  });

  it('only a font that the command line names is read, and one that cannot be used is a refusal to go on', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    writeFileSync(join(cwd, '坏.ttf'), 'no font');
    const ran = await verify(cwd, '--fonts', '坏.ttf', `out/${name}.zip`);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/不能使用字体 .*坏\.ttf[\s\S]*--fonts/);
  });
});

it('a draft is whole, and refused where only final bundles count', async () => {
  const cwd = ready(['mobile: "13900000018"', 'mobile:']);
  await zjtx(['build', '--draft'], { cwd });
  const path = `out/${name}-草稿.zip`;
  expect((await verify(cwd, path)).code).toBe(0);
  const refused = await verify(cwd, path, '--final');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('这是草稿，不是正式材料包');
});

it('a draft that misses what only its sender has is whole: the summary tells what the sender was told', async () => {
  const parent = emptyFolder();
  // Files beside the dossier's folder may be read here; in the bundle nothing stands beside it.
  writeFileSync(join(parent, 'zjtx.config.yaml'), 'root: true\n');
  const cwd = readyIn(parent, '材料', [[': 附件/营业执照/企业营业执照原件扫描件.jpg', ': ../别处/执照.jpg']]);
  const built = await zjtx(['build', '--draft'], { cwd });
  expect(built.stdout).toContain('(file-missing)');
  const ran = await verify(cwd, `out/${name}-草稿.zip`);
  expect(ran, ran.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout.replace(/\s+/g, '')).toContain('这个问题只有在提供方的电脑上才能核对');
});

it('with all points of the checklist confirmed, and unzipped beside it, a bundle is whole', async () => {
  const cwd = ready();
  expect((await zjtx(['attest', '--all', '--by', '王五', '--on', '2021-08-15'], { cwd })).code).toBe(0);
  expect((await zjtx(['build', '--folder', '--merge-slots'], { cwd })).code).toBe(0);
  expect(await verify(cwd, '--final', `out/${name}.zip`)).toMatchObject({ code: 0, stderr: '' });
});

it('a category that is not known here is a warning, with its folder it is known, with another one it was altered', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '云岭'));
  writeFileSync(join(cwd, '云岭/dossier.yaml'), `${dossier}as_of: 2021-08-16\nattachments:\n  营业执照: 执照.pdf\n`);
  writeFileSync(join(cwd, '云岭/执照.pdf'), readFileSync(licence));
  const schemas = folderOf(files);
  await zjtx(['build', '云岭', '--schemas', schemas], { cwd });
  const [bundle = ''] = readdirSync(join(cwd, 'out'));
  const unknown = await verify(cwd, `out/${bundle}`);
  expect(unknown.code).toBe(0);
  expect(unknown.stdout).toContain('(category-unproved)');
  const known = await verify(cwd, `out/${bundle}`, '--schemas', schemas);
  expect(known.code).toBe(0);
  expect(known.stdout).not.toContain('category-');
  const changed = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace('种子企业认定', '种子企业评定')]),
  );
  const altered = await verify(cwd, `out/${bundle}`, '--schemas', folderOf(changed));
  expect(altered.code).toBe(1);
  expect(altered.stdout).toContain('(category-altered)');
});

describe('what came by mail', () => {
  it('is told one by one, with who applies, how many are what, and what was not looked at', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    const inbox = join(cwd, '收件');
    mkdirSync(join(inbox, '解压'), { recursive: true });
    for (const own of ['甲.ZIP', '乙.zip', '没有扩展名'])
      writeFileSync(join(inbox, own), readFileSync(join(cwd, 'out', `${name}.zip`)));
    writeFileSync(join(inbox, '甲.ZIP.minisig'), 'x');
    mkdirSync(join(inbox, '乙'));
    writeFileSync(join(inbox, '丙.rar'), 'Rar!');
    const ran = await verify(cwd, '收件', '-f', 'text', '-f', 'json=结果.json');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('江苏示例精密机械有限公司  专精特新产品认定  截至 2021-08-16  就绪\n');
    expect(ran.stdout).toContain('不予接受：1 处问题  收件/丙.rar\n');
    expect(ran.stdout).toContain('核对 3 个：完整 2（正式 2），不予接受 1\n完整只说明摘要一致');
    expect(ran.stderr).toBe('没有核对，不是 .zip：收件/没有扩展名、收件/解压\n');
    const [, , first] = JSON.parse(readFileSync(join(cwd, '结果.json'), 'utf8')).bundles;
    expect(first).toMatchObject({
      title: '专精特新产品认定',
      enterprise: '江苏示例精密机械有限公司',
      asOf: '2021-08-16',
      state: 'ready',
    });
    const masked = await verify(cwd, '收件', '--redact');
    expect(masked.stdout + masked.stderr).not.toMatch(/江苏示例|丙|解压|扩展名/u);
  });
});

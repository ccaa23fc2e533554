// A run over many dossiers: shards and their merging, configuration, failing fast, and what is not found.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/reporters/json-definition.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const missingMobile = ['mobile: "13900000018"', 'mobile:'] as const;

/** A folder with copies of one dossier under the given names; those that begin with `坏` have an error. */
function clients(...names: readonly string[]): string {
  const cwd = emptyFolder();
  const [good, bad] = [ready(), ready(missingMobile)];
  for (const name of names) cpSync(name.startsWith('坏') ? bad : good, join(cwd, name), { recursive: true });
  return cwd;
}

const paths = (file: string): string[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { dossiers: { path: string }[] }).dossiers.map(({ path }) => path);

it('says in JSON both languages, or the one that is asked for, and only in so many words', async () => {
  const cwd = clients('坏一');
  const said = async (...more: readonly string[]) => {
    const { stdout } = await zjtx(['validate', '-f', 'json', ...more], { cwd, env: { ZJTX_LANG: 'en' } });
    return Object.keys(JSON.parse(stdout).dossiers[0].findings[0].message);
  };
  // The environment is of whoever reads a screen.
  expect([await said(), await said('--lang', 'en'), await said('--lang=zh')]).toEqual([['zh', 'en'], ['en'], ['zh']]);
});

describe('shards', () => {
  const names = ['甲', '坏一', '丙'];
  it('hold every dossier once, and their reports merge into that of one run', async () => {
    const cwd = clients(...names);
    const of = 2;
    const codes = [];
    for (let index = 1; index <= of; index += 1) {
      const ran = await zjtx(['validate', '--shard', `${index}/${of}`, '-f', `json=${index}.json`], { cwd });
      codes.push(ran.code);
    }
    expect(codes.filter((code) => code === 1)).toHaveLength(1);
    expect(codes.filter((code) => code === 0)).toHaveLength(of - 1);
    const parts = [1, 2].flatMap((index) => paths(join(cwd, `${index}.json`)));
    const files = ['2.json', '1.json'];
    const merged = await zjtx(
      ['report', 'merge', ...files, '-f', 'json=all.json', '-f', 'sarif=all.sarif', '-f', 'text'],
      { cwd },
    );
    expect(merged.code).toBe(1);
    expect(paths(join(cwd, 'all.json'))).toEqual([...parts].sort());
    expect(parts).toHaveLength(names.length);
    await zjtx(['validate', '-f', 'sarif=one.sarif', '-f', 'json=one.json'], { cwd });
    // The same findings at the same places; only the order of the run is that of the paths.
    const sarif = (file: string) =>
      JSON.parse(readFileSync(join(cwd, file), 'utf8')) as { runs: { results: unknown[] }[] };
    expect(sarif('all.sarif').runs[0]?.results).toEqual(sarif('one.sarif').runs[0]?.results);
    expect(merged.stdout).toContain('检查 3 份');
  });
  it('an empty one of a set that is not empty exits with 0 and still has its report', async () => {
    const cwd = clients('甲');
    const runs = await Promise.all(
      [1, 2].map((index) => zjtx(['validate', '--shard', `${index}/2`, '-f', `json=${index}.json`], { cwd })),
    );
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect([...paths(join(cwd, '1.json')), ...paths(join(cwd, '2.json'))]).toEqual(['甲/dossier.yaml']);
    expect((await zjtx(['report', 'merge', '1.json', '2.json'], { cwd })).code).toBe(0);
  });
  it('nothing found at all is no empty shard', async () => {
    expect((await zjtx(['validate', '--shard', '1/2'])).code).toBe(2);
  });
  it.each(['0/2', '3/2', 'x'])('%s is none', async (shard) => {
    const ran = await zjtx(['validate', '--shard', shard], { cwd: clients('甲') });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(`选项 --shard 的值 ${shard} 不对`) });
  });
});

describe('zjtx report merge refuses', () => {
  const run = async (cwd: string, shard: string, file: string, ...paths: string[]) =>
    zjtx(['validate', ...paths, '--shard', shard, '-f', `json=${file}`], { cwd });
  it('a shard that is missing, given twice, or of another run', async () => {
    const cwd = clients('甲', '乙');
    await run(cwd, '1/2', 'a.json');
    await run(cwd, '2/2', 'b.json');
    await run(cwd, '1/3', 'c.json');
    const merge = async (...files: string[]) => zjtx(['report', 'merge', ...files], { cwd });
    expect(await merge('a.json')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('缺少第 2 组（共 2 组）的报告'),
    });
    expect(await merge('a.json', 'a.json', 'b.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('第 1/2 组的报告给了两次'),
    });
    expect(await merge('a.json', 'c.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a.json 分 2 组，c.json 分 3 组'),
    });
  });
  it('what is no report, what is not there, and a report of another version', async () => {
    const cwd = clients('甲');
    await zjtx(['validate', '-f', 'json=a.json'], { cwd });
    const text = readFileSync(join(cwd, 'a.json'), 'utf8');
    writeFileSync(join(cwd, 'old.json'), text.replace(/"version":"[^"]+"/, '"version":"0.0.1"'));
    writeFileSync(join(cwd, 'no.json'), '{"format": 2}');
    writeFileSync(join(cwd, 'no.txt'), '一');
    const merge = async (...files: string[]) => zjtx(['report', 'merge', ...files], { cwd });
    expect(await merge('old.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('由 zjtx 0.0.1 生成') });
    expect(await merge('no.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('不是 zjtx 的报告：program'),
    });
    expect(await merge('no.txt')).toMatchObject({ code: 2, stderr: expect.stringContaining('不是 JSON') });
    expect(await merge('nichts.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('找不到') });
    // One line of JSON may not ask for gigabytes.
    for (const number of ['100000000', '0', '一']) {
      writeFileSync(join(cwd, 'long.json'), text.replace('"lines":{', `"lines":{"${number}":"x",`));
      expect(await merge('long.json'), number).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('不是 zjtx 的报告'),
      });
    }
    expect(await merge('a.json', 'a.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('两份报告中都有'),
    });
    expect(await merge()).toMatchObject({ code: 2 });
  });
  it.each([
    ['none', {}],
    ['of another kind', { file: 3, files: 'x', pages: null }],
    ['other ones', { sections: [['甲', '一'], '乙'] }],
  ])('a report whose findings are not what their arguments say: %s', async (_, args) => {
    const cwd = clients('甲');
    await zjtx(['validate', '-f', 'json=a.json'], { cwd });
    type Told = { dossiers: { findings: { criterion?: object; args?: object }[] }[] };
    const told = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')) as Told;
    for (const [index, { findings }] of told.dossiers.entries())
      for (const [at, finding] of findings.entries()) {
        if (finding.args === undefined) continue;
        const own = finding.args;
        finding.args = args;
        writeFileSync(join(cwd, 'b.json'), JSON.stringify(told));
        finding.args = own;
        const { code, stderr } = await zjtx(['report', 'merge', 'b.json', '-f', 'html'], { cwd });
        expect(stderr).toContain(`不是 zjtx 的报告：dossiers.${index}.findings.${at}.args`);
        expect(code).toBe(2);
      }
  });
});

describe('zjtx.config.yaml', () => {
  it('sets what the command line does not', async () => {
    const cwd = clients('甲');
    writeFileSync(
      join(cwd, 'zjtx.config.yaml'),
      'lang: en\nfail-on: never\nfolders:\n  - {path: 甲, deadline: 2021-08-20}\n',
    );
    const ran = await zjtx(['validate', '甲'], { cwd });
    expect(ran.stdout).toContain('4 days are left until the deadline 2021-08-20');
    expect((await zjtx(['validate', '甲', '--lang', 'zh'], { cwd })).stdout).toContain(
      '离截止日期 2021-08-20 还有 4 天',
    );
    expect((await zjtx(['validate', '甲'], { cwd, env: { ZJTX_LANG: 'zh' } })).stdout).toContain('离截止日期');
    const bad = clients('坏');
    writeFileSync(join(bad, 'zjtx.config.yaml'), 'fail-on: never\n');
    expect((await zjtx(['validate'], { cwd: bad })).code).toBe(0);
    expect((await zjtx(['validate', '--fail-on', 'errors'], { cwd: bad })).code).toBe(1);
  });
  it('may stand elsewhere', async () => {
    const cwd = clients('甲');
    mkdirSync(join(cwd, '设置'));
    writeFileSync(join(cwd, '设置/a.yaml'), 'lang: en\n');
    expect((await zjtx(['validate', '--config', '设置/a.yaml'], { cwd })).stdout).toContain('Ready');
    expect(await zjtx(['validate', '--config', 'b.yaml'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('不能读取配置文件 b.yaml（找不到）'),
    });
  });
  it('with errors ends the run before anything is checked, and shows the line', async () => {
    const cwd = clients('甲');
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'root: true\nfail_on: error\n');
    const ran = await zjtx(['validate'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('zjtx.config.yaml:2:1');
    expect(ran.stderr).toContain('是否指“fail-on”');
  });
  it('gives a category and a day to dossiers that name none', async () => {
    const cwd = clients('甲');
    const file = join(cwd, '甲/dossier.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^category:.*\n/m, '').replace(/^as_of:.*\n/m, ''));
    expect((await zjtx(['validate'], { cwd })).code).toBe(1);
    writeFileSync(
      join(cwd, 'zjtx.config.yaml'),
      'folders:\n  - {path: ., category: jiangsu/2021/product, as_of: 2021-08-17}\n',
    );
    const ran = await zjtx(['validate', '-f', 'json'], { cwd });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      dossiers: [{ asOf: '2021-08-17', category: { id: 'jiangsu/2021/product' } }],
    });
  });
});

describe('a batch', () => {
  it('goes on after a path that is not there, and exits with 2', async () => {
    const cwd = clients('甲', '乙');
    const ran = await zjtx(['validate', '甲', '没有', '乙'], { cwd });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('找不到 没有') });
    expect(ran.stdout).toContain('检查 2 份');
    expect(ran.stderr.trimEnd().split('\n').at(-1)).toBe('另有 1 处没能检查或生成；原因见前面的“zjtx 错误”');
  });
  it('tells in every format what it could not check, and so does what joins the reports', async () => {
    const cwd = clients('甲', '坏');
    const file = join(cwd, '坏/dossier.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('jiangsu/2021/product', 'jiangsu/2021/nothing'));
    const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'html', 'text'];
    const asked = formats.flatMap((name) => ['-f', `${name}=r.${name}`]);
    const { code } = await zjtx(['validate', '甲', '坏', '没有', ...asked], { cwd });
    expect(code).toBe(2);
    const read = (name: string): string => readFileSync(join(cwd, `r.${name}`), 'utf8');
    const said = [
      ['没有', 'path-missing', '找不到 没有'],
      ['坏/dossier.yaml', 'category-unknown', '没有类别 jiangsu/2021/nothing'],
    ] as const;
    const report = JSON.parse(read('json'));
    expect(report.dossiers).toHaveLength(1);
    expect(new Ajv({ strict: false }).compile(reportSchema())(report)).toBe(true);
    const { invocations } = JSON.parse(read('sarif')).runs[0];
    expect(invocations[0].executionSuccessful).toBe(false);
    for (const [index, [path, reason, message]] of said.entries()) {
      expect(report.unread[index]).toMatchObject({ path, code: reason, message: { zh: message } });
      expect(invocations[0].toolExecutionNotifications[index]).toMatchObject({ descriptor: { id: reason } });
      expect(read('junit')).toContain(`<error message="${message}" type="${reason}">`);
      expect(read('github')).toContain(`::error file=${path},title=${reason}::${message}%0A`);
      expect(JSON.parse(read('gitlab'))[index]).toMatchObject({ check_name: reason, severity: 'blocker' });
      expect(read('html')).toContain(`<code>${path}</code> ${message}`);
      expect(read('text')).toContain(`  ${path}\n    ${message}\n`);
    }
    const merged = await zjtx(['report', 'merge', 'r.json', '-f', 'json'], { cwd });
    expect(merged.code).toBe(2);
    expect(JSON.parse(merged.stdout).unread).toEqual(report.unread);
    const redacted = await zjtx(['validate', '坏', '没有', '--redact', '-f', 'json'], { cwd });
    expect(redacted.stdout).not.toMatch(/坏|没有\//);
    expect(JSON.parse(redacted.stdout)).toMatchObject({ dossiers: [], unread: [{}, {}] });
    const alone = await zjtx(['validate', '没有', '-f', 'json'], { cwd });
    expect([alone.code, JSON.parse(alone.stdout).unread[0].code]).toEqual([2, 'path-missing']);
    const matched = await zjtx(['match', '坏', '没有', '-f', 'json'], { cwd });
    expect(JSON.parse(matched.stdout).unread.map((one: { code: string }) => one.code)).toContain('path-missing');
  });
  it('names a dossier that cannot be read once, and counts it at the end', async () => {
    const cwd = clients('甲', '乙');
    mkdirSync(join(cwd, '链接'));
    symlinkSync('/etc/hostname', join(cwd, '链接/dossier.yaml'));
    const { code, stderr } = await zjtx(['validate', '-q'], { cwd });
    expect(code).toBe(2);
    expect(stderr.match(/链接\/dossier\.yaml/g)).toHaveLength(1);
    expect(stderr).toContain('另有 1 处没能检查或生成');
  });
  it('fits 80 columns as a table whatever the category, and names a command for the worst', async () => {
    const cwd = clients('甲', '坏 一');
    for (const [name, id] of [['甲', 'jiangsu/2021/giant-innovation'] as const]) {
      const file = join(cwd, name, 'dossier.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('jiangsu/2021/product', id));
    }
    const { stdout } = await zjtx(['validate', '-q'], { cwd });
    expect(stdout).toMatch(/^ {3}企业 +类别 +错误 +警告 +附件 +状态$/m);
    expect(stdout.split('\n').every((line) => stringWidth(line) <= 80)).toBe(true);
    expect(stdout).toContain('逐条看其中一份：zjtx validate "坏 一/dossier.yaml"\n');
  });
  it('stops at the first failure with --fail-fast, and says how many were left', async () => {
    const cwd = clients('坏一', '甲', '乙');
    const ran = await zjtx(['validate', '坏一', '甲', '乙', '--fail-fast', '-f', 'json'], { cwd });
    expect(ran).toMatchObject({ code: 1, stderr: '已停止（--fail-fast）：其余 2 份没有检查\n' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ dossiers: [{ path: '坏一/dossier.yaml' }] });
    const last = await zjtx(['validate', '甲', '坏一', '--fail-fast', '-q'], { cwd });
    expect(last).toMatchObject({ code: 1, stderr: '' });
  });
  it.each(['0', '-1', 'x', '1.5'])('--jobs %s is no number', async (jobs) => {
    expect((await zjtx(['validate', `--jobs=${jobs}`], { cwd: clients('甲') })).code).toBe(2);
  });
});

describe('two dossiers of one enterprise for one category', () => {
  const twins = () => {
    const cwd = clients('甲', '乙');
    const file = join(cwd, '乙/dossier.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}# 另一份\n`);
    return cwd;
  };
  it('have one bundle: the second is refused', async () => {
    const ran = await zjtx(['build', '甲', '乙'], { cwd: twins() });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('乙/dossier.yaml\n') });
  });
  it('keep the first one, with --force too, however the name is written', async () => {
    const cwd = twins();
    const file = join(cwd, '乙/dossier.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^enterprise: (.*)$/m, 'enterprise: >-\n  $1'));
    const ran = await zjtx(['build', '甲', '乙', '--force', '-f', 'json'], { cwd });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('与 甲/dossier.yaml 的同名') });
    const { dossiers } = JSON.parse(ran.stdout) as { dossiers: { path: string; built?: { sha256: string } }[] };
    const zip = readdirSync(join(cwd, 'out'))[0] ?? '';
    const sha256 = createHash('sha256')
      .update(readFileSync(join(cwd, 'out', zip)))
      .digest('hex');
    expect(dossiers.map(({ path, built }) => [path, built])).toEqual([
      ['甲/dossier.yaml', expect.objectContaining({ path: `out/${zip}`, sha256, status: 'final', unchanged: false })],
      ['乙/dossier.yaml', undefined],
    ]);
  });
});

describe('figures and codes over a batch', () => {
  it('are counted in text and JSON, and one code under two names is told of both', async () => {
    const cwd = clients('甲', '坏');
    const file = join(cwd, '坏/dossier.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^enterprise: .*$/m, 'enterprise: 江苏另一家有限公司'));
    const ran = await zjtx(['validate', '--statistics', '-f', 'text', '-f', 'json=all.json'], { cwd });
    expect(ran.stdout).toContain('统计');
    type Found = { findings: { code: string }[] };
    const all = JSON.parse(readFileSync(join(cwd, 'all.json'), 'utf8')) as {
      statistics: { states: object; codes: { code: string; dossiers: number }[] };
      dossiers: Found[];
    };
    expect(all.statistics).toMatchObject({
      states: { ready: 0, submittable: 1 },
      categories: [{ id: 'jiangsu/2021/product', count: 2 }],
    });
    const shared = all.statistics.codes.find(({ code }) => code === 'uscc-shared');
    expect(shared).toMatchObject({ findings: 2, dossiers: 2 });
    expect(all.dossiers.map(({ findings }) => findings.some(({ code }) => code === 'uscc-shared'))).toEqual([
      true,
      true,
    ]);
    const merged = await zjtx(['report', 'merge', 'all.json', '-f', 'json'], { cwd });
    expect((JSON.parse(merged.stdout) as { dossiers: Found[] }).dossiers).toEqual(all.dossiers);
  });
});

describe('waivers of the configuration', () => {
  it('lift findings of the dossiers they name, and those that lift nothing are told', async () => {
    const cwd = clients('甲', '乙');
    const waiver = (dossier: string) =>
      `  - {dossier: ${dossier}, code: slot-several, at: attachments.supply_chain_proof, reason: 已确认, by: 王某, until: 2021-12-31}\n`;
    writeFileSync(
      join(cwd, 'zjtx.config.yaml'),
      `waivers:\n${waiver('甲')}${waiver('丙')}${waiver('乙').replace('slot-several', 'slot-empty-doubtful')}`,
    );
    const ran = await zjtx(['validate', '-f', 'json'], { cwd });
    const { dossiers } = JSON.parse(ran.stdout) as { dossiers: { findings: { code: string; waived?: object }[] }[] };
    const waived = dossiers.map(({ findings }) => findings.find(({ code }) => code === 'slot-several')?.waived);
    expect(waived).toEqual([undefined, { reason: '已确认', by: '王某', until: '2021-12-31' }]);
    expect(ran.stderr).toBe('zjtx.config.yaml:4 对 slot-empty-doubtful 的豁免没有用上，可以删去\n');
    // Another run may use those of dossiers that this one has not checked.
    expect((await zjtx(['validate', '甲', '-f', 'json'], { cwd })).stderr).toBe('');
  });
});

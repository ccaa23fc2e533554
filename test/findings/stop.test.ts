// Every Stop says by a code why it is one: each code is used, and the ones of the disk keep their cause, in a thread too.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { faultOf } from '../../src/files/fault.ts';
import { stoppedOf } from '../../src/findings/fault.ts';
import { Stop } from '../../src/findings/stop.ts';
import { cannotRead, cannotWrite, faultHint, stopFrom } from '../../src/findings/system-stop.ts';

const src = resolve(import.meta.dirname, '../../src');
const list = readFileSync(join(src, 'findings/stop.ts'), 'utf8');
const codes = [...list.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code = '']) => code);

it('has each code once, and uses it', () => {
  expect(codes.length).toBeGreaterThan(50);
  expect(new Set(codes).size).toBe(codes.length);
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('stop.ts'))
    .map((name) => readFileSync(join(src, name), 'utf8'))
    .concat(
      readFileSync(join(src, 'findings/system-stop.ts'), 'utf8'),
      readFileSync(join(src, 'category/fault-stop.ts'), 'utf8'),
    )
    .join('\n');
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

describe('a fault of the disk', () => {
  const fault = faultOf('EIO', 'read', '/材料/dossier.yaml');
  const what = { zh: '材料', en: 'the dossier ' };
  it.each([
    ['cannot-read', cannotRead('dossier.yaml', fault, what)],
    ['cannot-write', cannotWrite('dossier.yaml', fault)],
    ['disk-fault', stopFrom(fault)],
  ])('%s keeps it', (code, stop) => {
    expect(stop).toMatchObject({ code, cause: fault });
    expect(stop).toBeInstanceOf(Stop);
  });
  it.each(['ENOSPC', 'EMFILE', 'EACCES', 'EIO', 'EWHATEVER'])('says what to do about %s', (code) => {
    const { zh, en } = faultHint(code);
    expect([typeof zh, typeof en]).toEqual(['string', 'string']);
    expect(stopFrom(faultOf(code, 'read', '/材料'))).toMatchObject({ zh: { hint: zh }, en: { hint: en } });
  });
  it('is one Stop, however often it is caught', () => {
    const stop = cannotWrite('dossier.yaml', fault);
    expect(cannotWrite('out', stop)).toBe(stop);
    expect(stopFrom(stop)).toBe(stop);
  });
});

it('tells what a category lacks by its code, also as plain data', async () => {
  const error = await (await openCatalog()).open('jiangsu/2021/produkt').catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'category-unknown', nearest: 'jiangsu/2021/product' });
  expect(stoppedOf(error as Stop).code).toBe('category-unknown');
});

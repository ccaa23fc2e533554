// What becomes of an answer that cannot be written: told where a person is asked, and an end where nobody is.
import { expect, it } from 'vitest';
import { Stop } from '../../src/findings/stop.ts';
import { type Asker, silent } from '../../src/intake/wizard/ask.ts';
import { type Session, write } from '../../src/intake/wizard/session.ts';
import { person } from '../cli/asker.ts';

const full = new Stop(
  'cannot-write',
  { message: '写不进去：磁盘已满', hint: '腾出空间' },
  { message: 'cannot be written: the disk is full', hint: 'make room' },
);

/** What `write` did and said. */
async function written(asker: Asker, { text = 'form: {}\n', fault }: { text?: string; fault?: Error } = {}) {
  const told: string[] = [];
  const saved: string[] = [];
  const session = {
    asker,
    language: 'zh',
    shown: 'dossier.yaml',
    bytes: () => Buffer.from(text),
    refresh: async () => undefined,
    save: async (bytes: Uint8Array) => {
      if (fault !== undefined) throw fault;
      saved.push(Buffer.from(bytes).toString());
    },
    say: (lines: readonly string[]) => void told.push(...lines),
  } as Partial<Session> as Session;
  const is = await write(session, ['form', 'basics', 'address'], '示例路18号').catch((error: unknown) => error);
  return { is, told, saved };
}

const asked: Asker = person([]).asker;

it('writes for a person and for nobody', async () => {
  for (const asker of [asked, silent]) {
    const { is, told, saved } = await written(asker);
    expect([is, told]).toEqual([true, []]);
    expect(saved).toEqual([expect.stringContaining('address: 示例路18号')]);
  }
});

it('tells a person of a file that cannot be written, and ends where nobody is asked', async () => {
  expect(await written(asked, { fault: full })).toEqual({
    is: false,
    told: ['写不进去：磁盘已满', '腾出空间'],
    saved: [],
  });
  expect(await written(silent, { fault: full })).toEqual({ is: full, told: [], saved: [] });
});

it('tells both of what cannot be edited in its place, and goes on', async () => {
  for (const asker of [asked, silent]) {
    const { is, told, saved } = await written(asker, { text: 'base: &b {a: 1}\nform: *b\n' });
    expect([is, saved, told.length > 0]).toEqual([false, [], true]);
  }
});

it('keeps no mistake of its own to itself', async () => {
  const mistake = new TypeError('not ours to tell');
  for (const asker of [asked, silent]) expect((await written(asker, { fault: mistake })).is).toBe(mistake);
});

// What becomes of an answer: nothing where it says nothing new; and of one that cannot be written.
import { expect, it } from 'vitest';
import { Stop } from '../../src/findings/stop.ts';
import { question } from '../../src/intake/starter/question.ts';
import { type Asker, askQuestion, silent } from '../../src/intake/wizard/ask.ts';
import { type Session, write } from '../../src/intake/wizard/session.ts';
import { wizardWords } from '../../src/words/wizard.ts';
import { person } from '../cli/asker.ts';
import { vocabulary } from '../expression/scope.ts';

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

const look = async () => ({ there: false });
const beside = {
  ...{ words: wizardWords('zh'), lists: new Map(), decides: '', within: [] },
  ...{ readText: look, namePaper: look },
};

type Marks = (checked: readonly string[], names: readonly string[]) => readonly string[];

const long = '公司长期从事精密减速器的研发、生产和销售。'.repeat(4);
it.each([
  ['nothing, where a long text is not shown again', long, '', { kind: 'skip' }],
  ['nothing, where nothing stands', '', '', { kind: 'skip' }],
  ['what stands there', '公司简介', '公司简介', { kind: 'skip' }],
  ['what stands there, which is long', long, long, { kind: 'skip' }],
  ['that it is not known', '公司简介', '不清楚', { kind: 'skip' }],
  ['that it is to go', '公司简介', '-', { kind: 'clear' }],
  ['something else', long, '公司成立于二〇一六年', { kind: 'value', value: '公司成立于二〇一六年' }],
])('an answer says %s', async (_, current, typed, reply) => {
  const lists = new Map();
  const about = { path: [], label: '企业简介', help: [], required: true, fact: vocabulary.get('profile') };
  const asker: Asker = {
    ...asked,
    text: async (_message, { check } = {}) => {
      expect(check?.(typed)).toBeUndefined();
      return typed;
    },
  };
  const asking = { ...beside, asker, lists, current };
  expect(await askQuestion(question(about, { lists, language: 'zh' }), asking)).toEqual(reply);
});

/** What is marked as one confirms it; the last line of the list is the way back. */
const asItStands = (checked: readonly string[]) => checked;
const all = (_: readonly string[], names: readonly string[]) => names;
it.each([
  ['nothing, as it stands', '研发、生产', asItStands, { kind: 'skip' }],
  ['nothing, where nothing stands', '', asItStands, { kind: 'skip' }],
  ['nothing, where what stands is not in the list', '物流', asItStands, { kind: 'skip' }],
  ['nothing, where a part of it is not in the list', '研发、物流', asItStands, { kind: 'skip' }],
  ['other options', '研发、物流', () => ['生产'], { kind: 'value', value: ['生产'] }],
  ['that it is to go', '研发、生产', () => [], { kind: 'clear' }],
  ['the way back', '研发', (checked, names) => [...checked, names.at(-1) ?? ''], { kind: 'back' }],
  ['all of them', '研发', all, { kind: 'value', value: ['研发', '生产', '销售'] }],
] as const satisfies readonly (readonly [string, string, Marks, object])[])(
  'an answer of several says %s',
  async (_, current, marks, reply) => {
    const asker: Asker = {
      ...asked,
      some: async (_message, choices) => {
        const names = choices.map(({ name }) => name);
        const checked = choices.flatMap(({ name, checked }) => (checked === true ? [name] : []));
        const marked = (marks as Marks)(checked, names);
        return choices.filter(({ name }) => marked.includes(name)).map(({ value }) => value);
      },
    };
    const choices = ['研发', '生产', '销售'];
    const about = {
      path: [],
      label: '业务',
      help: [],
      required: true,
      fact: undefined,
      kind: 'choices',
      choices,
    } as const;
    const several = question(about, { lists: new Map(), language: 'zh' });
    expect(await askQuestion(several, { ...beside, asker, current })).toEqual(reply);
  },
);

// Finds the entry whose header says something that no other entry's says, in fields that no reader needs.
import type { Entry } from 'yauzl';
import type { Located } from './layout.ts';

type Bytes = (position: number, length: number) => Promise<Buffer>;

/** Fields that one packer writes alike for every file: maker, attributes, disk (which the parser does not tell). */
const habitOf = (entry: Entry, disk: Buffer): string =>
  [entry.versionMadeBy, entry.internalFileAttributes, entry.externalFileAttributes, disk.toString('hex')].join(' ');

/** Offset of the disk number in a record of the directory, and the length of a record without its names and extras. */
const diskAt = 34;
const fixedLength = 46;

/**
 * Gives the fault `header` to the one file that differs from all others: a changed byte of the directory shows here
 * and nowhere else. A packer that writes a field differently for several files has no habit to compare with.
 */
export async function markOdd(listed: readonly Located[], directory: number, bytes: Bytes): Promise<void> {
  const habits: { faults: Located['faults']; habit: string }[] = [];
  let position = directory;
  for (const { entry, faults } of listed) {
    const disk = await bytes(position + diskAt, 2);
    if (entry.fileNameRaw.at(-1) !== 0x2f) habits.push({ faults, habit: habitOf(entry, disk) });
    position += fixedLength + entry.fileNameRaw.length + entry.extraFieldRaw.length + entry.fileCommentRaw.length;
  }
  const counts = new Map<string, number>();
  for (const { habit } of habits) counts.set(habit, (counts.get(habit) ?? 0) + 1);
  const odd = habits.filter(({ habit }) => counts.get(habit) === 1);
  if (habits.length < 3 || odd.length !== 1 || counts.size !== 2) return;
  for (const { faults } of odd) if (!faults.includes('header')) faults.push('header');
}

// What was explained as plain data, for other programs.
import type { Fact } from '../../expression/types.ts';
import type { Explained, MemberExplained, Subject } from './lookup.ts';
import type { Standing } from './value.ts';

type Shown = Explained & { readonly what: string; readonly standings?: readonly Standing[] };

/** Maps become lists, and what is only for comparing is left out. */
export function explainData({ what, subjects, versions, standings }: Shown): object {
  return {
    what,
    subjects: subjects.map((subject, at) => ({ ...subjectData(subject), ...(standings?.[at] ?? {}) })),
    ...(subjects.length === 0 ? { versions: versions.map(memberData) } : {}),
  };
}

function subjectData(subject: Subject): object {
  if (subject.is === 'member') return memberData(subject);
  return subject.is === 'fact' ? { ...subject, fact: factData(subject.fact) } : subject;
}

const memberData = ({ aspects, ...member }: MemberExplained): object => ({
  ...member,
  aspects: aspects.map(({ key, text }) => ({ key, text })),
});

const factData = ({ fields, ...fact }: Fact): object => ({
  ...fact,
  ...(fields.size === 0 ? {} : { fields: [...fields.values()].map(factData) }),
});

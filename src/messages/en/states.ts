// One word a state and a stamp, in English, the same in every report.
import type { Stamp, State } from '../../findings/states.ts';

export const stateWords: Readonly<Record<State, string>> = {
  errors: 'errors',
  incomplete: 'incomplete',
  unsettled: 'unsettled',
  submittable: 'submittable',
  ready: 'ready',
};

export const stampWords: Readonly<Record<Stamp, string>> = { final: 'final', unsettled: 'unsettled', draft: 'draft' };

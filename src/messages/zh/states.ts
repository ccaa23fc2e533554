// One word a state and a stamp, in Chinese, the same in every report and on paper.
import type { Stamp, State } from '../../findings/states.ts';

export const stateWords: Readonly<Record<State, string>> = {
  errors: '有错误',
  incomplete: '未齐',
  unsettled: '待核实',
  submittable: '可提交',
  ready: '就绪',
};

export const stampWords: Readonly<Record<Stamp, string>> = { final: '正式', unsettled: '待核实', draft: '草稿' };

// Values that the samples of several areas share.

/** One set of arguments for each value. */
export const each = <T extends string, A extends object>(
  values: readonly [T, ...T[]],
  make: (value: T) => A,
): [A, ...A[]] => {
  const [first, ...rest] = values;
  return [make(first), ...rest.map(make)];
};

export const file = '附件/营业执照.pdf';
/** Several, the first among them. */
export const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => (at === 0 ? file : `附件/${name}.pdf`));
export const slot = '完税证明';
export const slots = [slot, '前三年财务审计报告', '企业营业执照'];
export const hint = '由社保系统下载。';

// How a value of each type is written, as the references of facts and of dossiers say it.
import { factTypes } from '../../src/expression/types.ts';
import { schemaWords } from '../../src/words/schema.ts';

const plain = {
  text: '一行文字',
  long_text: '几行文字：键后写 |，正文缩进写在下面',
  texts: '几行文字，写成 [甲, 乙]',
  amount: '金额，只写数字',
  count: '整数',
  percent: '百分数，只写数字，不写 %',
  number: '数字',
  choice: '选项，照印刷的文字写',
  email: '电子邮箱',
  record: '几项内容，每项一行：名称: 值',
  table: '一行或几行，每行以 - 开头',
};

export const written: readonly (readonly [string, string])[] = factTypes.map((type) => {
  const about = { ...plain, ...schemaWords.hints }[type];
  if (about === undefined) throw new Error(`no words for ${type}`);
  return [type, about];
});

// Plausible arguments for the codes of `signatures`.
import type { signatureCodes } from '../codes/signatures.ts';
import { each, type Samples } from './samples.ts';

const file = '江苏示例精密机械有限公司-jiangsu-2021-product.zip.minisig';

export const signatureSamples: Samples<typeof signatureCodes> = {
  'signature-missing': [{ file }],
  'signature-malformed': [{ file, line: 2 }],
  'signature-legacy': [{ file }],
  'signature-other-key': [{ file, found: '52BE480A7CD61A50', expected: '83D1F9A27C4B5E60' }],
  'signature-differs': each(['file', 'comment', 'digest'], (why) => ({ file, why })),
  'signature-unchecked': [{ file }],
};

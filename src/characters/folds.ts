// The ways in which texts compare: each is named by what it compares, and says what makes no difference there.

/** Of signs that no fold of width and space changes, as nearly all keys and names are: told at once. */
const stays = /^[\x21-\x7e\u3001-\u301e\u4e00-\u9fff]*$/u;

/** Keys, labels and printed names: no width, no white space. `液晶显示(LCD)` and `液晶显示 （LCD）` are one. */
export const unspaced = (text: string): string =>
  stays.test(text) ? text : text.normalize('NFKC').replace(/\s/gu, '');

/** What an entry comes down to: no width, no white space, nor signs that nobody sees. */
export const seen = (text: string): string =>
  stays.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** What is listed, and may not be listed twice: nor space, case, bracket or quotation mark, nor what nobody sees. */
export const listed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}()[\]{}<>《》【】〔〕「」“”"'‘’、，,。；;：:]/gu, '');

/** A name that somebody typed: nor space, hyphen, underscore, case. */
export const typed = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();

/** Words that somebody asks about: nor space, quotation mark, colon, case. */
export const asked = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"'‘’：:]/g, '')
    .toLowerCase();

/**
 * What was drawn on a page, and what is read back from it. White space says nothing; pdfium reads a hyphen at the end of
 * a line as U+FFFE or U+0002, parts ligatures, and reads a mark only once that stands twice over one letter.
 */
export const drawnAndRead = (text: string): string =>
  text
    .replace(/\p{M}{2,}/gu, (marks) => [...new Set(marks)].join(''))
    .replace(/[\uFFFE\u0002]/gu, '-')
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/\s/gu, '');

/** A title or label without the remark in brackets at its end. */
export const withoutRemark = (title: string): string => title.replace(/[(（][^()（）]*[)）]$/u, '');

/** The signs between its parts as English has them: what is said of `甲：是；乙：2` in English where only they differ. */
export const inEnglishSigns = (text: string): string => text.replaceAll('：', ': ').replaceAll('；', '; ');

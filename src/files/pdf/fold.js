// The form in which names are compared: what looks alike on paper is equal.
// Plain JavaScript, because the thread that opens PDFs reads it as it stands.

/**
 * CJK radicals that Unicode does not decompose, each before the ideograph it is drawn as. Copying from a PDF yields
 * them; both share one glyph in many faces, so nobody would see the difference.
 */
const drawnAs =
  '⺂乛⺃乚⺅亻⺉刂⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻂衤⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** The ideograph for each radical that NFKC leaves alone. */
export const radicals = new Map(
  Array.from({ length: drawnAs.length / 2 }, (_, index) => [drawnAs.charAt(index * 2), drawnAs.charAt(index * 2 + 1)]),
);

/**
 * Widths, kinds of brackets, radicals, white space and letter case are no difference. Neither are marks that a PDF puts
 * where a line was broken.
 * @param {string} text
 */
export const printed = (text) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[\u2e80-\u2ef3]/gu, (radical) => radicals.get(radical) ?? radical)
    .replace(/[[{〔【〖〈《「『]/gu, '(')
    .replace(/[\]}〕】〗〉》」』]/gu, ')')
    .toLowerCase();

// Reads the characters of a page: hands the text on in pieces, and tells which way up the characters stand.

/** @typedef {import('./module.js').Pdfium} Pdfium */

/**
 * `count`: characters, blanks too. `marks`: whether any of them is more than a blank. `legible`: they stand for known
 * characters; a font without such a table yields nonsense. `turned`: how far clockwise most of them would be seen turned.
 * `strange`: the name of a Chinese font that the file does not bring along.
 * @typedef {{ count: number, marks: boolean, legible: boolean, turned: 0 | 90 | 180 | 270, strange?: string }} Letters
 */

/** Characters taken at a time, and characters of a page whose angle is measured. */
const piece = 4096;
const sampled = 400;
/** Fewer characters say nothing of a page; below this share they are a head of a table, or a remark in the margin. */
const fewestLetters = 20;
const clear = 0.8;
/** Characters beyond it that stand for nothing make a text illegible. */
const mostUnknown = 0.1;

/**
 * @param {number} code
 */
const isUnknown = (code) => code === 0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff);

/** Ideographs, kana and Hangul, their punctuation and wide forms: what fonts of other countries do not have. */
const isEastern = (/** @type {number} */ code) =>
  (code >= 0x2e80 && code <= 0x9fff && code !== wideBlank) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe4f) ||
  (code >= 0xff01 && code <= 0xffee) ||
  code >= 0x20000;
const wideBlank = 0x3000;
const invisible = 3;
const longestName = 128;

/**
 * The name of the font of a character, when it is not in the file and its shapes are another program's choice.
 * @param {Pdfium} pdfium
 * @param {number} text
 * @param {number} at
 * @returns {string | undefined}
 */
function strangeAt({ call, memory }, text, at) {
  const object = call.FPDFText_GetTextObject(text, at);
  // Text that a scanner has laid below its picture is never drawn.
  if (object === 0 || call.FPDFTextObj_GetTextRenderMode(object) === invisible) return undefined;
  const font = call.FPDFTextObj_GetFont(object);
  if (font === 0 || call.FPDFFont_GetIsEmbedded(font) !== 0) return undefined;
  const length = call.FPDFFont_GetBaseFontName(font, 0, 0);
  const buffer = length > 1 && length <= longestName ? call.malloc(length) : 0;
  if (buffer === 0) return '';
  call.FPDFFont_GetBaseFontName(font, buffer, length);
  const bytes = new Uint8Array(memory.buffer, buffer, length - 1);
  const utf8 = new TextDecoder().decode(bytes);
  // A Chinese Windows writes 宋体 as the bytes of its own code.
  const name = utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
  call.free(buffer);
  return name.replace(/^[A-Z]{6}\+/, '');
}

/** @type {readonly (0 | 90 | 180 | 270)[]} */
const quarters = [0, 90, 180, 270];

/**
 * @param {Pdfium} pdfium
 * @param {number} text the text of the page
 * @param {number} count
 * @param {number} rotation quarters that the page is turned clockwise when shown
 */
function sample(pdfium, text, count, rotation) {
  const { call } = pdfium;
  /** @type {string | undefined} */
  let strange;
  const ways = [0, 0, 0, 0];
  let marks = 0;
  let unknown = 0;
  for (let at = 0; at < count; at += Math.ceil(count / sampled)) {
    const code = call.FPDFText_GetUnicode(text, at);
    if (code > 0 && code <= 0x20) continue;
    marks += 1;
    if (isEastern(code)) strange ??= strangeAt(pdfium, text, at);
    if (isUnknown(code) || call.FPDFText_HasUnicodeMapError(text, at) === 1) unknown += 1;
    const quarter = call.FPDFText_GetCharAngle(text, at) / (Math.PI / 2);
    const way = (((Math.round(quarter) + rotation) % 4) + 4) % 4;
    if (Math.abs(quarter - Math.round(quarter)) < 0.1) ways[way] = (ways[way] ?? 0) + 1;
  }
  const way = marks < fewestLetters ? -1 : ways.findIndex((times) => times >= marks * clear);
  return {
    legible: unknown <= marks * mostUnknown,
    turned: quarters[way] ?? 0,
    ...(strange === undefined ? {} : { strange }),
  };
}

/**
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} rotation
 * @param {(text: string) => void} read
 * @returns {Letters}
 */
export function lettersOn(pdfium, page, rotation, read) {
  const { call, memory } = pdfium;
  /** @type {Letters} */
  const none = { count: 0, marks: false, legible: true, turned: 0 };
  const text = call.FPDFText_LoadPage(page);
  if (text === 0) return none;
  const count = call.FPDFText_CountChars(text);
  const buffer = count > 0 ? call.malloc((piece + 1) * 2) : 0;
  let marks = false;
  const utf16 = new TextDecoder('utf-16le');
  for (let at = 0; buffer !== 0 && at < count; at += piece) {
    const written = call.FPDFText_GetText(text, at, Math.min(piece, count - at), buffer);
    const part = utf16.decode(new Uint8Array(memory.buffer, buffer, Math.max(0, written - 1) * 2), { stream: true });
    marks ||= /\S/.test(part);
    read(part);
  }
  if (buffer !== 0) call.free(buffer);
  const way = count > 0 ? sample(pdfium, text, count, rotation) : none;
  call.FPDFText_ClosePage(text);
  return { ...way, count: Math.max(0, count), marks };
}

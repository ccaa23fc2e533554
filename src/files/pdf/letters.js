// Reads the characters of a page: hands the text on in pieces, and tells which way up the characters stand.

/** @typedef {import('./module.js').Pdfium} Pdfium */

/**
 * `count`: characters, blanks too. `marks`: whether any of them is more than a blank. `legible`: they stand for known
 * characters; a font without such a table yields nonsense. `turned`: how far clockwise most of them would be seen turned.
 * @typedef {{ count: number, marks: boolean, legible: boolean, turned: 0 | 90 | 180 | 270 }} Letters
 */

/** Characters taken at a time, and characters of a page whose angle is measured. */
const piece = 4096;
const sampled = 400;
/** Fewer characters say nothing of a page; below this share they are a head of a table, or a remark in the margin. */
const fewest = 20;
const clear = 0.8;
/** Characters beyond it that stand for nothing make a text illegible. */
const mostUnknown = 0.1;

/**
 * @param {number} code
 */
const isUnknown = (code) => code === 0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff);

/** @type {readonly (0 | 90 | 180 | 270)[]} */
const quarters = [0, 90, 180, 270];

/**
 * @param {Pdfium} pdfium
 * @param {number} text the text of the page
 * @param {number} count
 * @param {number} rotation quarters that the page is turned clockwise when shown
 */
function sample({ call }, text, count, rotation) {
  const ways = [0, 0, 0, 0];
  let marks = 0;
  let unknown = 0;
  for (let at = 0; at < count; at += Math.ceil(count / sampled)) {
    const code = call.FPDFText_GetUnicode(text, at);
    if (code > 0 && code <= 0x20) continue;
    marks += 1;
    if (isUnknown(code) || call.FPDFText_HasUnicodeMapError(text, at) === 1) unknown += 1;
    const quarter = call.FPDFText_GetCharAngle(text, at) / (Math.PI / 2);
    const way = (((Math.round(quarter) + rotation) % 4) + 4) % 4;
    if (Math.abs(quarter - Math.round(quarter)) < 0.1) ways[way] = (ways[way] ?? 0) + 1;
  }
  const way = marks < fewest ? -1 : ways.findIndex((times) => times >= marks * clear);
  return { legible: unknown <= marks * mostUnknown, turned: quarters[way] ?? 0 };
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
  return { count: Math.max(0, count), marks, legible: way.legible, turned: way.turned };
}

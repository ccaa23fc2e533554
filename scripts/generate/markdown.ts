// Pieces of Markdown that the generated pages are made of.

/** A text that stands in a cell of a table, or in prose: no character of it is markup. */
export const cell = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** `rows` are cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** The first line of a generated page, for whoever opens it to edit. */
export const made = '<!-- 由程序生成，npm run update 重写。Generated from the program; remade by npm run update. -->';

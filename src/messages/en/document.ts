// What a YAML file can have wrong with itself: the sentences in English.
import type { documentCodes, Encoding, SyntaxFault } from '../../findings/codes/document.ts';
import type { Messages, Words } from '../message.ts';

const saveAsUtf8 =
  'VS Code: click the name of the encoding at the lower right, “Reopen with Encoding”, {}; click it again, “Save with Encoding”, UTF-8. Notepad: “Save as”, encoding UTF-8. WPS: copy all text into a new Notepad file and save that as UTF-8.';

const encodings: Record<Encoding, Words> = {
  gbk: { message: 'the file is encoded in GBK, it should be UTF-8', hint: saveAsUtf8.replace('{}', 'GB18030') },
  'utf-16': { message: 'the file is encoded in UTF-16, it should be UTF-8', hint: saveAsUtf8.replace('{}', 'UTF-16') },
  binary: {
    message: 'this is not a text file',
    hint: 'A dossier is plain YAML text. Renaming a Word, Excel or WPS file does not help: fill in the dossier.yaml that zjtx init makes.',
  },
  unknown: {
    message: 'the file is not UTF-8 and cannot be read',
    hint: saveAsUtf8.replace('{}', 'the encoding it has'),
  },
};

const faults: Record<SyntaxFault, Words> = {
  indentation: {
    message: 'this line is not indented like its neighbours',
    hint: 'Lines of one level begin in one column; a level below has two spaces more.',
  },
  'no-colon': {
    message: 'this line has no colon, so name and value cannot be told apart',
    hint: 'Write “name: value” with a space after the colon; a line that goes on with the text above must be indented more than its name.',
  },
  'no-space-after-dash': { message: 'a space is missing after the dash of a list', hint: 'Put a space after “-”.' },
  'unclosed-quote': { message: 'this quote is not closed', hint: 'Put the same quote at the end of the value.' },
  'unclosed-bracket': {
    message: 'this bracket is not closed',
    hint: 'Put the matching ] or } at its end, and see that the commas between are ASCII.',
  },
  'colon-in-value': { message: 'the value holds “: ”, which separates name and value', hint: 'Quote the whole value.' },
  'reserved-start': { message: 'the first sign of the value means something in YAML', hint: 'Quote the whole value.' },
  escape: {
    message: 'a backslash \\ in double quotes has a meaning of its own',
    hint: 'Separate folders by /; for a real backslash use single quotes.',
  },
  'after-quote': {
    message: 'something stands after the closing quote',
    hint: 'Put the whole value into one pair of quotes; around double quotes use single ones.',
  },
  'long-key': {
    message: 'the name before the colon is too long',
    hint: 'A name has at most 1024 characters; write a text as “name: |” with its lines below.',
  },
  'comment-space': {
    message: 'a space is missing before the comment sign #',
    hint: 'Put a space before #; if # belongs to the value, quote the whole value.',
  },
  other: {
    message: 'this is not YAML',
    hint: 'Compare with the sample that zjtx init makes; quote values that hold special signs.',
  },
};

export const document: Messages<typeof documentCodes> = {
  'yaml-too-large': ({ bytes, limit }) => ({
    message: `the file has ${(bytes / 1_048_576).toFixed(1)} MiB, more than ${limit / 1_048_576} MiB`,
    hint: 'A dossier holds text and the paths of attachments, never their content.',
  }),
  'yaml-too-many': ({ what, limit }) => ({
    message: {
      lines: `the file has more than ${limit} lines`,
      text: `the texts of the file have more than ${limit} characters together; nothing was read from this line on`,
      tokens: `the file has more than ${limit} names, values and signs; nothing was read from this line on`,
      characters: `this text has more than ${limit} characters`,
      items: `there are more than ${limit} items here`,
    }[what],
    hint: 'A dossier has a few hundred lines, its longest field a few thousand characters: take out what does not belong to it.',
  }),
  'yaml-encoding': ({ encoding }) => encodings[encoding],
  'yaml-empty': () => ({ message: 'the file is empty', hint: 'Make a sample with zjtx init and fill it in.' }),
  'yaml-control': ({ code }) => ({
    message: `an invisible control character ${code} stands here`,
    hint: 'Delete it; most likely it was pasted from elsewhere.',
  }),
  'yaml-tab': ({ mended }) => ({
    message: `the line is indented with a tab`,
    hint: `YAML knows spaces only. Set the editor to indent with spaces and replace all tabs; this line should be\n  ${mended}`,
  }),
  'yaml-wide-indent': ({ mended }) => ({
    message: `the line is indented with full-width or no-break spaces`,
    hint: `Replace them all by ASCII spaces; this line should be\n  ${mended}`,
  }),
  'yaml-wide-colon': ({ mended }) => ({
    message: 'a full-width colon “：” follows the name; it should be an ASCII colon and a space',
    hint: `Change it to\n  ${mended}`,
  }),
  'yaml-colon-space': ({ mended }) => ({
    message: 'an ASCII space is missing after the colon',
    hint: `Change it to\n  ${mended}`,
  }),
  'yaml-wide-quote': ({ typed, mended }) => ({
    message: `the value stands in Chinese quotes ${typed}, they should be ASCII quotes "`,
    hint: `If the Chinese quotes belong to the value, put single ASCII quotes around them; else change it to\n  ${mended}`,
  }),
  'yaml-wide-comma': ({ mended }) => ({
    message: 'a full-width comma “，” separates items in brackets; it should be an ASCII comma',
    hint: `If the comma belongs to the item, quote the item; else change it to\n  ${mended}`,
  }),
  'yaml-duplicate-key': ({ key, line }) => ({
    message: `${key} is given twice, before on line ${line}`,
    hint: 'Keep the right line and delete the other.',
  }),
  'yaml-key': () => ({
    message: 'before the colon there is no name, or one that is no text',
    hint: 'Write “name: value”.',
  }),
  'yaml-alias': ({ name, fault }) =>
    fault === 'too-many'
      ? { message: `the alias *${name} grows too large or points to itself`, hint: 'Write the content out.' }
      : {
          message: `a value that begins with * is an alias, and no anchor is called ${name || '(nothing)'}`,
          hint: `If it is a pattern of file names or a text, quote it:  "*${name}"`,
        },
  'yaml-merge-key': () => ({ message: 'the merge key << is not supported', hint: 'Write the lines out.' }),
  'yaml-tag': ({ tag }) => ({
    message: `the type tag ${tag} is not supported`,
    hint: 'Delete the tag that begins with !; if the sign belongs to the value, quote the whole value.',
  }),
  'yaml-documents': () => ({
    message: 'the file holds several YAML documents (parted by --- or ...)',
    hint: 'One dossier, one file: delete the parting line or split the file.',
  }),
  'yaml-root': ({ is }) => ({
    message: `the file is a ${is === 'list' ? 'list' : 'text'}, it should consist of “name: value”`,
    hint: 'Compare with the sample that zjtx init makes; its outermost names are category, enterprise, form.',
  }),
  'yaml-too-deep': ({ limit }) => ({
    message: `nested deeper than ${limit} levels`,
    hint: 'See whether brackets or indents are wrong; a dossier has a few levels only.',
  }),
  'yaml-syntax': ({ fault, mended }) => {
    const { message, hint } = faults[fault];
    return { message, hint: mended === undefined ? `${hint}` : `${hint} For example\n  ${mended}` };
  },
};

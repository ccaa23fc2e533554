// What an attachment or a slot can have wrong: the sentences in English.
import type { attachmentCodes } from '../../findings/codes/attachments.ts';
import { systemFault } from '../../findings/system-fault.ts';
import type { Messages } from '../message.ts';
import { grouped, megabytes, ofMib } from '../sizes.ts';
import { named, verb } from './several.ts';

const kinds: Readonly<Record<string, string>> = {
  html: 'a web page (HTML)',
  txt: 'plain text',
  zip: 'a ZIP archive',
  cfb: 'an unknown compound document',
  encrypted: 'an Office file with a password',
  msi: 'a Windows installer',
};
const kind = (found: string): string => kinds[found] ?? found.toUpperCase();
const list = (types: readonly string[]): string => types.join(', ');
const size = (bytes: number): string => `${megabytes(bytes)} (${grouped(bytes)} bytes)`;

function shrink(extension: string): string {
  if (extension === 'pdf')
    return 'Save it as a reduced PDF with WPS or Acrobat, or scan again at 200 dpi in grey; if that is not enough, split it.';
  if (/^(jpe?g|png)$/.test(extension)) return 'Make it smaller in an image program and save it as JPG.';
  if (extension === 'rar') return 'Make several smaller RAR archives of it with WinRAR.';
  return 'Compress the pictures in it and save it, or print it to PDF.';
}

function convert(extension: string): string {
  if (/^(zip|7z|tar|gz)$/.test(extension))
    return 'Unpack it and pack it again as RAR with WinRAR, or print all to one PDF.';
  if (/^(docm|dotx?|wps|rtf|odt|ofd|txt|html?|ppt[xm]?|dps)$/.test(extension))
    return 'Open it and save or print it as PDF.';
  if (/^(xlsm|xlsb|et|ods|csv)$/.test(extension)) return 'Save it as xlsx with Excel or WPS, or print it to PDF.';
  if (/^(gif|bmp|tiff?|webp|heic|heif)$/.test(extension)) return 'Save it as JPG or PNG with an image program.';
  return 'Open it and save it as one of these types, or print it to PDF; do not just rename it.';
}

const outside = {
  absolute: [
    'is an absolute path',
    'Copy the file into the dossier’s folder and write a relative path: 附件/营业执照.pdf',
  ],
  above: ['is outside the folder that may be read', 'Copy the file into the dossier’s folder and mend the path.'],
  link: ['is a link out of the folder that may be read', 'Put the file itself in place of the link.'],
} as const;

const refusedNames = {
  characters: (bad: string) => [`holds ${bad}`, 'Rename it without \\ / : * ? " < > | and control characters.'],
  ending: (bad: string) => [
    `ends in a ${bad === '.' ? 'full stop' : 'space'}`,
    'Rename it without full stops and spaces at the end.',
  ],
  reserved: (bad: string) => [`is reserved by Windows: ${bad}`, 'Choose another name.'],
  length: (bad: string) => [`is ${bad} characters long`, 'Shorten it to 100 characters.'],
} as const;

const plus = (...hints: readonly (string | undefined)[]): string =>
  hints.filter((hint) => hint !== undefined).join(' ');

const intoFolders = 'Put the files into the folders of their names below 附件/, or name their paths under attachments.';

export const attachment: Messages<typeof attachmentCodes> = {
  'slot-empty': ({ slot, slots, folder, hint }) =>
    slots === undefined
      ? {
          message: `attachment ${slot} has no file`,
          hint: plus(
            `Put the file into ${folder}, or write its path under attachments:  ${slot}: 附件/文件名.pdf`,
            hint,
          ),
        }
      : { message: `${slots.length} attachments have no file: ${list(slots)}`, hint: intoFolders },
  'slot-empty-doubtful': ({ slot, slots, folder, hint }) =>
    slots === undefined
      ? {
          message: `attachment ${slot} has no file; no official text that asks for it was seen`,
          hint: plus(
            `Look into this year's notice; if it is asked for, put the file into ${folder}, or name it under attachments.`,
            hint,
          ),
        }
      : {
          message: `${slots.length} attachments have no file; no official text that asks for them was seen: ${list(slots)}`,
          hint: `Look into this year's notice. Where one is asked for: ${intoFolders}`,
        },
  'slot-several': ({ slots }) => ({
    message: `${slots.map(({ slot, count }) => `attachment ${slot} has ${count} files`).join(', ')}; no source says whether the portal takes several in one place`,
    hint: 'If it takes only one, merge them into one PDF, or pack them into one RAR.',
  }),
  'slot-type-unexpected': ({ extension, slot, types, hint, ...about }) => ({
    message: `attachment ${slot} should be ${list(types)}, ${named(about)} ${verb(about, 'is', 'are')} ${extension}`,
    hint: hint ?? `Replace it with ${list(types)}: print, seal and scan it, or save it as PDF.`,
  }),
  'slot-years-missing': ({ slot, years, covered, hint }) => ({
    message: `attachment ${slot} lacks ${list(years.map(String))}; its files are said to cover ${list(covered)}`,
    hint: hint ?? `Add the files of ${list(years.map(String))} with their covers, or mend a wrong year in covers.`,
  }),
  'slot-years-unknown': ({ slot, slots = [slot], years, file, files, hint }) => ({
    message:
      files !== undefined
        ? `${files.length} files do not say their years, so that some may be missing: ${list(slots)}`
        : `attachment ${slot} does not say its years: ${list(years.map(String))} may be missing`,
    hint: plus(
      `Look into the file, then write its years:  {file: ${file}, covers: [${list(years.map(String))}]}`,
      hint,
    ),
  }),
  'slot-month-missing': ({ slot, month, covered, hint }) => ({
    message: `attachment ${slot} must be of ${month}; its files are said to cover ${list(covered)}`,
    hint: hint ?? `Replace it with the file of ${month} and its covers, or mend a wrong month in covers.`,
  }),
  'slot-month-unknown': ({ slot, slots = [slot], month, file, files, hint }) => ({
    message:
      files !== undefined
        ? `${files.length} files do not say their month, which must be ${month}: ${list(slots)}`
        : `attachment ${slot} does not say its month: it must be ${month}`,
    hint: plus(`Look into the file, then write its month:  {file: ${file}, covers: ${month}}`, hint),
  }),
  'slot-kind-wrong': ({ slot, kind, expected, hint, ...about }) => ({
    message:
      expected.length === 0
        ? `attachment ${slot} must not be ${kind}: ${named(about)}`
        : `attachment ${slot} must be ${expected.join(' or ')}, ${named(about)} ${verb(about, 'is', 'are')} said to be ${kind}`,
    hint: hint ?? 'Replace it with what is asked for; if the file is right, mend its kind.',
  }),
  'slot-kind-unknown': ({ slot, slots = [slot], file, files, expected, refused, hint }) => ({
    message:
      files !== undefined
        ? `${files.length} files do not say what they are: ${list(slots)}`
        : `attachment ${slot} does not say what ${file} is (${expected.length > 0 ? `it must be ${expected.join(' or ')}` : `it must not be ${list(refused)}`})`,
    hint: plus(`Look into the file, then say so:  {file: ${file}, kind: ${expected[0] ?? '…'}}`, hint),
  }),

  'file-missing': ({ file, files, glob, near, folder }) => ({
    message:
      files !== undefined && folder !== undefined
        ? `there is no folder ${folder}, so that ${named({ file, files })} are not found`
        : glob
          ? `no file matches ${file}`
          : `file ${file} not found`,
    hint:
      near !== undefined && files === undefined
        ? `Is ${near} meant? Mend the path, or put the file where the path says.`
        : folder === undefined
          ? 'Paths start at the dossier’s folder; compare the names of folder and file and the extension.'
          : `Paths start at the dossier’s folder, which has no ${folder}; mend the name, or copy the folder there.`,
  }),
  'patterns-too-many': ({ pattern, limit }) => ({
    message: `too many patterns for too many files (more than ${limit} comparisons together): ${pattern} was not looked for`,
    hint: 'Write the paths of the files, or let the patterns begin in the folder of the attachments.',
  }),
  'path-too-long': ({ length, limit }) => ({
    message: `the path has ${length} characters, more than ${limit}`,
    hint: 'A path names folders and a file; write several files on a line each.',
  }),
  'file-outside': ({ why, ...about }) => ({
    message: `${named(about)} ${outside[why][0]}; it is not read`,
    hint: outside[why][1],
  }),
  'file-is-folder': ({ file }) => ({
    message: `${file} is a folder, not a file`,
    hint: `Name the files in it, or write  ${file}/*  for all of them.`,
  }),
  'file-unreadable': ({ reason, ...about }) => ({
    message: `cannot read ${named(about)} (${systemFault(reason).en})`,
    hint: 'Look at the permissions of the file, close programs that use it, or put a plain copy in its place.',
  }),
  'file-empty': ({ file }) => ({
    message: `${file} is empty (0 bytes)`,
    hint: 'Copy, export or scan it again; files of a cloud drive must be downloaded first.',
  }),
  'file-too-large': ({ file, bytes, mib, extension }) => ({
    message: `${file} has ${size(bytes)}, more than the limit of ${mib}M, ${size(ofMib(mib))}`,
    hint: shrink(extension),
  }),
  'file-size-doubtful': ({ file, bytes, mib, extension }) => ({
    message: `${file} has ${size(bytes)}; the limit is printed as ${mib}M, and if 1M means 1,000,000 bytes, ${size(mib * 1_000_000)}, it is too large`,
    hint: `Better make it smaller. ${shrink(extension)}`,
  }),
  'file-type-refused': ({ extension, types, ...about }) => ({
    message:
      extension === ''
        ? `${named(about)} ${verb(about, 'has', 'have')} no extension; the portal takes ${list(types)}`
        : `${named(about)}: the portal does not take ${extension}, only ${list(types)}`,
    hint: extension === '' ? 'Open it with its program and save it as one of these types.' : convert(extension),
  }),
  'file-content-differs': ({ extension, found, ...about }) => ({
    message:
      found === undefined
        ? `the content of ${named(about)} is not ${extension.toUpperCase()} and of no known type; it may be damaged`
        : `the content of ${named(about)} is not ${extension.toUpperCase()} but ${kind(found)}`,
    hint:
      found === undefined
        ? 'Try to open it with its program; if that fails, export or scan it again.'
        : `Renaming is not enough: open it with its own program and save it as ${extension.toUpperCase()}, or print it to PDF.`,
  }),
  'file-broken': ({ file, extension }) => ({
    message: `${file} is cut off or damaged, not a usable ${extension.toUpperCase()} file`,
    hint: 'Copy or download it again; if Word, Excel or WPS opens it, save it anew.',
  }),
  'file-password': ({ file }) => ({
    message: `${file} needs a password; the reviewers cannot open it`,
    hint: 'Open it in Word, Excel or WPS, clear the password under File, Info, Protect and save it, or print it to PDF.',
  }),
  'file-encrypted': ({ file }) => ({
    message: `${file} is encrypted (a password to open it, or a protected workbook structure)`,
    hint: 'Open it: if it asks for a password, clear the password and save it, or print it to PDF; else leave it.',
  }),
  'file-macros': ({ file, extension, found }) => ({
    message: `the content of ${file} is macro-enabled (${found}), not ${extension}; Office will refuse to open it`,
    hint: `Rename it to ${found}, open it, and save it as ${extension} without macros, or print it to PDF.`,
  }),
  'file-macros-inside': ({ file }) => ({
    message: `${file} holds macros; the portal’s virus scanner may stop it`,
    hint: 'Save it as docx or xlsx without macros, or print it to PDF.',
  }),
  'file-system': (about) => ({
    message: `${named(about)} ${verb(about, 'was', 'were')} left by the system or an office program, and ${verb(about, 'is no attachment', 'are no attachments')}`,
    hint: 'Close the document that is being edited and delete this file; mend a path that points to it.',
  }),
  'file-twice': ({ file, files = [file], slot, slots = [slot], other, otherSlot }) => ({
    message: files.some((one) => one !== other)
      ? `${named({ file, files })} (${list(slots)}) and ${other} (${otherSlot}) have the same content`
      : slots.length === 1
        ? `${file} stands in two slots: ${otherSlot} and ${slot}`
        : `${file} stands in ${slots.length + 1} slots: ${list([otherSlot, ...slots])}`,
    hint: 'See whether the wrong file stands here; if all need it, waive this with a reason.',
  }),

  'name-twice': ({ file, slot, other }) => ({
    message: `attachment ${slot}: ${file} and ${other} have the same name (capitals aside)`,
    hint: 'Rename one of them, or one may overwrite the other.',
  }),
  'name-refused': ({ why, bad, ...about }) => {
    const [what, hint] = refusedNames[why](bad);
    return { message: `the name of ${named(about)} ${what}; Windows or the portal may refuse it`, hint: hint ?? '' };
  },

  'not-inspected': ({ file }) => ({
    message: `${file} could not be read to its end and was not inspected; whether anything is wrong with it is not known`,
    hint: /\.rar$/i.test(file)
      ? 'Unpack it in WinRAR, pack only what is to be submitted, and check again.'
      : /\.pdf$/i.test(file)
        ? 'Open it in WPS, Acrobat or a browser, print it to PDF, put that in its place, and check again.'
        : 'Look at it yourself; scan it again with 200 DPI, put that in its place, and check again.',
  }),
  'probe-skipped': ({ file, bytes, limit }) => ({
    message: `${file} has ${megabytes(bytes)}, more than ${megabytes(limit)}; its content was not inspected`,
    hint: 'Open it yourself.',
  }),
};

// A fault of the disk that nobody has put into words where it arose: which file, why, and what to do, as a Stop.
import { codeOf, type FileFault, isFileFault } from '../files/fault.ts';
import { Stop } from './stop.ts';
import { systemFault } from './system-fault.ts';

type Words = { readonly zh: string; readonly en: string };

const isWindows = (): boolean => process.platform === 'win32';
const space = (): Words => {
  const variable = isWindows() ? 'TEMP' : 'TMPDIR';
  return {
    zh: `腾出磁盘空间；临时文件夹可用环境变量 ${variable} 另指一个。`,
    en: `Free some space; the variable ${variable} names another folder for temporary files.`,
  };
};
const files = (): Words =>
  isWindows()
    ? { zh: '关闭别的程序和打开的文件，再运行一次。', en: 'Close other programs and open files, and run again.' }
    : {
        zh: '放宽可同时打开的文件数（ulimit -n 1024），再运行一次。',
        en: 'Allow more files to be open at once (ulimit -n 1024) and run again.',
      };
const rights: Words = { zh: '核对文件和文件夹的权限。', en: 'Check the permissions of the file and its folder.' };
const disk: Words = {
  zh: '磁盘或网络盘可能有故障：换一个磁盘，或复制一份再试。',
  en: 'The disk, or the network, may be failing: try another disk, or a copy.',
};
const again: Words = {
  zh: '确认文件还在，没有被别的程序改动或占用，再运行一次。',
  en: 'Make sure that it is there and that no other program changes or holds it, then run again.',
};

type Hint = Words | (() => Words);
const spoken = (hint: Hint): Words => (typeof hint === 'function' ? hint() : hint);

const hints: Readonly<Record<string, Hint>> = {
  ENOSPC: space,
  EDQUOT: space,
  EFBIG: space,
  EMFILE: files,
  ENFILE: files,
  EACCES: rights,
  EPERM: rights,
  EROFS: rights,
  EIO: disk,
  ESTALE: disk,
  ETIMEDOUT: disk,
  ENODEV: disk,
  ENXIO: disk,
};

/** What to do about a fault of the system, by its code. */
export const faultHint = (code: string): Words => spoken(hints[code] ?? again);

const tooManyWatched = new Stop(
  'watch-too-many',
  { message: '要监视的文件太多', hint: '放宽 fs.inotify.max_user_watches，或只监视一个文件夹。' },
  {
    message: 'there are too many files to watch',
    hint: 'Raise fs.inotify.max_user_watches, or watch one folder only.',
  },
);

function stopOf(fault: FileFault): Stop {
  const { code, path } = fault;
  // What Linux calls a full disk when too many files are watched.
  if (code === 'ENOSPC' && 'syscall' in fault && fault.syscall === 'watch') return tooManyWatched;
  const [why, hint] = [systemFault(code), faultHint(code)];
  const named = path === undefined ? { zh: '磁盘', en: 'the disk' } : { zh: ` ${path} `, en: path };
  return new Stop(
    'disk-fault',
    { message: `读写${named.zh}出错：${why.zh}`, hint: hint.zh },
    { message: `cannot use ${named.en}: ${why.en}`, hint: hint.en },
    { cause: fault },
  );
}

/** On Windows a file that another program holds is one that may be neither read nor written. */
const held: Words = {
  zh: '核对文件和文件夹的权限；文件在别的程序（如 Excel、WPS）中打开着的，先关闭。',
  en: 'Check the permissions of the file and its folder; close the file where another program, such as Excel, has it open.',
};
const holding = { EACCES: held, EPERM: held, EBUSY: held, ETXTBSY: held };

const missing: Words = { zh: '核对文件夹是否存在。', en: 'Check that the folder exists.' };
const elsewhere: Words = { zh: '换一个文件夹。', en: 'Choose another folder.' };
const full: Words = { zh: '腾出磁盘空间，或换一个文件夹。', en: 'Free some space, or choose another folder.' };
const whenWriting: Readonly<Record<string, Hint>> = {
  ...holding,
  ENOSPC: full,
  EDQUOT: full,
  ENOENT: missing,
  ENOTDIR: elsewhere,
  // Nothing stood there a moment ago: another run has written it.
  EEXIST: again,
};

/** What was meant for `path`, as the user knows it, could not be written; a Stop that says more stays as it is. */
export function cannotWrite(path: string, error: unknown): Stop {
  if (error instanceof Stop) return error;
  const code = codeOf(error);
  const [why, hint] = [systemFault(code), spoken(whenWriting[code] ?? hints[code] ?? elsewhere)];
  return new Stop(
    'cannot-write',
    { message: `不能写入 ${path}（${why.zh}），原有的文件没有改动`, hint: hint.zh },
    { message: `cannot write ${path} (${why.en}); what was there is as it was`, hint: hint.en },
    { cause: error },
  );
}

/** The disk or the machine, and not the path that was given, is the cause. */
const whenReading: Readonly<Record<string, Hint>> = {
  ...holding,
  EIO: disk,
  ESTALE: disk,
  ETIMEDOUT: disk,
  EMFILE: files,
  ENFILE: files,
  changed: again,
};
const anywhere: Words = { zh: '核对路径。', en: 'Check the path.' };

/**
 * A file that cannot be read, by the error or its code: what it is (in English with a space at its end), where the user
 * named it, and what to do where its path may be wrong.
 */
export function cannotRead(path: string, error: unknown, what: Words, otherwise: Words = anywhere): Stop {
  const code = codeOf(error);
  const [why, hint] = [systemFault(code), spoken(whenReading[code] ?? otherwise)];
  return new Stop(
    'cannot-read',
    { message: `不能读取${what.zh} ${path}（${why.zh}）`, hint: hint.zh },
    { message: `cannot read ${what.en}${path} (${why.en})`, hint: hint.en },
    { path, ...(error instanceof Error ? { cause: error } : {}) },
  );
}

/** A Stop as it is, and for a fault of the disk; nothing for what is a fault of the program. */
export const stopFrom = (error: unknown): Stop | undefined =>
  error instanceof Stop ? error : isFileFault(error) ? stopOf(error) : undefined;

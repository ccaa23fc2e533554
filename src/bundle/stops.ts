// Why no bundle can be written or read at all, in both languages: what `build` and `verify` cannot go on with.
import { codeOf } from '../files/fault.ts';
import { Stop } from '../findings/stop.ts';
import { systemFault } from '../findings/system-fault.ts';
import { cannotRead, faultHint } from '../findings/system-stop.ts';

/** In words, not the sentence of Node: that one is English and holds the whole path once more. */
const reason = (error: unknown) => systemFault(codeOf(error));

const again = { zh: '确认文件还在且可以打开，再运行一次。', en: 'Make sure it is there and run again.' };

/** An attachment is gone, cannot be read, or is no file any more. */
export const sourceUnreadable = (source: string, error: unknown): Stop =>
  cannotRead(source, error, { zh: '附件', en: 'the attachment ' }, again);

/** An attachment is not the one that was checked. */
export const sourceChanged = (source: string): Stop =>
  new Stop(
    'source-changed',
    {
      message: `附件 ${source} 在检查之后被改动，没有生成材料包。`,
      hint: '等文件不再变动（关闭编辑软件、等同步完成），再运行一次。',
    },
    {
      message: `the attachment ${source} was changed after it was checked; no bundle was written.`,
      hint: 'Wait until nothing writes to it (an editor, a sync) and run again.',
    },
  );

/** A bundle with other content, or something that is no bundle, stands where this one would go. */
export const outputExists = (path: string): Stop =>
  new Stop(
    'output-exists',
    { message: `${path} 已存在，内容不同，没有覆盖。`, hint: '换一个输出文件夹，或加 --force 覆盖。' },
    {
      message: `${path} exists with other content and was not overwritten.`,
      hint: 'Choose another folder, or add --force.',
    },
  );

/** The place of the bundle is taken by a folder, a link or a device: not even force replaces it. */
export const outputNoFile = (path: string): Stop =>
  new Stop(
    'output-no-file',
    { message: `${path} 不是普通文件，不能写材料包。`, hint: '移走它，或换一个输出文件夹。' },
    {
      message: `${path} is not a regular file; no bundle can be written there.`,
      hint: 'Move it away, or choose another folder.',
    },
  );

/** Where the unpacked bundle would go stands something that is none: not even force removes it. */
export const outputNoFolder = (path: string): Stop =>
  new Stop(
    'output-no-folder',
    { message: `${path} 已存在，不是展开的材料包，没有改动。`, hint: '移走它，或换一个输出文件夹。' },
    {
      message: `${path} exists, is not an unpacked bundle and was left alone.`,
      hint: 'Move it away, or choose another folder.',
    },
  );

/** Neither the new folder could be put in its place nor the old one be put back. */
export const outputSetAside = (path: string, aside: string): Stop =>
  new Stop(
    'output-set-aside',
    {
      message: `没能写入 ${path}；原有的文件夹没有丢，现在叫 ${aside}`,
      hint: '关闭占用它的程序，把名称改回来，再运行一次。',
    },
    {
      message: `${path} could not be written; the folder that was there is kept as ${aside}`,
      hint: 'Close the program that uses it, give it its name again, and run again.',
    },
  );

/** What came back from the disk is not what was written. */
export const readBackDiffers = (path: string, name: string): Stop =>
  new Stop(
    'read-back-differs',
    { message: `写完后回读 ${path}，其中 ${name} 与写入的不同，已删除。`, hint: '磁盘可能有故障，换一个磁盘再试。' },
    {
      message: `${path} was read back and ${name} differs from what was written; it was removed.`,
      hint: 'The disk may be failing: try another one.',
    },
  );

/** The bundle to verify cannot be read. */
export const bundleUnreadable = (path: string, error: unknown): Stop =>
  cannotRead(path, error, { zh: '材料包', en: 'the bundle ' });

/** What is to be assessed again has no place in the system's temporary folder. */
export const unpackedUnwritable = (error: unknown): Stop =>
  new Stop(
    'unpacked-unwritable',
    {
      message: `不能在系统临时文件夹里展开材料包：${reason(error).zh}`,
      hint: faultHint(codeOf(error)).zh,
    },
    {
      message: `cannot unpack the bundle into the temporary folder of the system: ${reason(error).en}`,
      hint: faultHint(codeOf(error)).en,
    },
    { cause: error },
  );

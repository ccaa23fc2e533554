// Why the system would not read or write a file, in words: its own codes (EACCES) tell most readers nothing.

type Words = { readonly zh: string; readonly en: string };

const known: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '系统不允许', en: 'the system forbids it' },
  EBUSY: { zh: '正被别的程序使用', en: 'another program is using it' },
  ENOENT: { zh: '找不到', en: 'not found' },
  ENOTDIR: { zh: '路径中有一级不是文件夹', en: 'part of the path is no folder' },
  EISDIR: { zh: '是文件夹', en: 'it is a folder' },
  EEXIST: { zh: '已经存在', en: 'it exists already' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '超出磁盘配额', en: 'the disk quota is used up' },
  EIO: { zh: '磁盘读写出错', en: 'the disk failed' },
  EMFILE: { zh: '打开的文件太多', en: 'too many open files' },
  ENFILE: { zh: '打开的文件太多', en: 'too many open files' },
  ELOOP: { zh: '链接互相指向', en: 'links point at each other' },
  ENAMETOOLONG: { zh: '名称或路径太长', en: 'the name or path is too long' },
  'not a regular file': { zh: '不是普通文件', en: 'not a regular file' },
};

/** Words for a code of the system; a code that is not known stands as it is. */
export const systemFault = (code: string): Words => known[code] ?? { zh: code, en: code };

// Why the system would not read or write a file, in words: its own codes (EACCES) tell most readers nothing.

type Words = { readonly zh: string; readonly en: string };

const known: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '系统不允许', en: 'the system forbids it' },
  EBUSY: { zh: '正被别的程序使用', en: 'another program is using it' },
  ENOENT: { zh: '找不到', en: 'not found' },
  ENOTDIR: { zh: '路径中有一级不是文件夹', en: 'part of the path is not a folder' },
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
  EFBIG: { zh: '文件超过磁盘允许的大小', en: 'the file is larger than the disk allows' },
  EXDEV: { zh: '跨了两个磁盘', en: 'it spans two disks' },
  ETXTBSY: { zh: '正被别的程序使用', en: 'another program is using it' },
  ENOTEMPTY: { zh: '文件夹不是空的', en: 'the folder is not empty' },
  EINVAL: { zh: '磁盘不接受这个名称或操作', en: 'the disk does not accept this name or operation' },
  EILSEQ: { zh: '磁盘不接受这个名称', en: 'the disk does not accept this name' },
  ENODEV: { zh: '设备不存在', en: 'there is no such device' },
  ENXIO: { zh: '设备不存在', en: 'there is no such device' },
  ENOTSUP: { zh: '磁盘不支持这项操作', en: 'the disk does not support this' },
  EOPNOTSUPP: { zh: '磁盘不支持这项操作', en: 'the disk does not support this' },
  ENOSYS: { zh: '磁盘不支持这项操作', en: 'the disk does not support this' },
  ENOMEM: { zh: '内存不足', en: 'out of memory' },
  EAGAIN: { zh: '系统暂时忙', en: 'the system is busy' },
  EINTR: { zh: '被系统打断', en: 'the system interrupted it' },
  EPIPE: { zh: '接收的一端已关闭', en: 'the reading end was closed' },
  ESTALE: { zh: '网络磁盘已断开', en: 'the network disk was disconnected' },
  EHOSTDOWN: { zh: '网络磁盘连不上', en: 'the network disk cannot be reached' },
  ENOTCONN: { zh: '网络磁盘已断开', en: 'the network disk was disconnected' },
  ETIMEDOUT: { zh: '磁盘没有回应', en: 'the disk did not answer' },
  EREMOTEIO: { zh: '网络磁盘读写出错', en: 'the network disk failed' },
  EMLINK: { zh: '链接太多', en: 'too many links' },
  'not a regular file': { zh: '不是普通文件', en: 'not a regular file' },
  'too large': { zh: '文件太大', en: 'the file is too large' },
  changed: { zh: '读取期间或检查之后被改动过', en: 'it was changed while or after it was read' },
  link: { zh: '是链接，或经过通向别处的链接', en: 'it is a link, or behind one that leads elsewhere' },
  'set aside': {
    zh: '没能换上新的，原有的改名保留',
    en: 'it could not be replaced; what was there has another name now',
  },
  'name not UTF-8': { zh: '文件名不是 UTF-8 编码，请重命名', en: 'its name is not UTF-8: rename it' },
};

/** Words for a code of the system; a code that is not known stands as it is. */
export const systemFault = (code: string): Words => known[code] ?? { zh: code, en: code };

// Why a bundle cannot be signed, or a signature not be checked at all, in both languages.
import { Stop } from '../../findings/stop.ts';
import { cannotRead } from '../../findings/system-stop.ts';

export const keyUnreadable = (path: string, error: unknown): Stop =>
  cannotRead(path, error, { zh: '密钥', en: 'the key ' });

export const signatureUnreadable = (path: string, error: unknown): Stop =>
  cannotRead(path, error, { zh: '签名', en: 'the signature ' });

export const noSecretKey = (path: string): Stop =>
  new Stop(
    'no-secret-key',
    { message: `${path} 不是 minisign 的私钥文件，或已损坏`, hint: '用 minisign -G 生成一对密钥。' },
    { message: `${path} is not a minisign secret key, or is damaged`, hint: 'minisign -G makes a pair of keys.' },
  );

export const noPublicKey = (given: string): Stop =>
  new Stop(
    'no-public-key',
    {
      message: `${given} 不是 minisign 的公钥`,
      hint: '--key 后写公钥文件（例如 minisign.pub），或其中以 RW 开头的那一行。',
    },
    {
      message: `${given} is not a minisign public key`,
      hint: 'Give --key the file of the public key (minisign.pub), or its line that starts with RW.',
    },
  );

export const passwordWrong = (path: string): Stop =>
  new Stop(
    'password-wrong',
    { message: `私钥 ${path} 的密码不对，没有签名`, hint: '再运行一次；密码也可放在环境变量 ZJTX_KEY_PASSWORD 里。' },
    {
      message: `wrong password for the key ${path}; nothing was signed`,
      hint: 'Run again; the variable ZJTX_KEY_PASSWORD can hold the password.',
    },
  );

export const passwordNeeded = (path: string): Stop =>
  new Stop(
    'password-needed',
    { message: `私钥 ${path} 有密码，这里不能询问`, hint: '在终端里运行，或把密码放在环境变量 ZJTX_KEY_PASSWORD 里。' },
    {
      message: `the key ${path} has a password, which cannot be asked here`,
      hint: 'Run it on a terminal, or put the password into the variable ZJTX_KEY_PASSWORD.',
    },
  );

/** A signature of other content stands where this one would go. */
export const signatureExists = (path: string): Stop =>
  new Stop(
    'signature-exists',
    { message: `${path} 已存在，是另一个签名，没有覆盖`, hint: '移走它，或加 --force 覆盖。' },
    { message: `${path} exists, is another signature and was not overwritten`, hint: 'Move it away, or add --force.' },
  );

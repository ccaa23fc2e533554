// Why a category cannot be opened: nobody knows it, or its definition has errors (exit 2, before any dossier is read).
import { Fault } from '../findings/fault.ts';
import type { Finding } from '../findings/finding.ts';
import { Stop } from '../findings/stop.ts';
import { cannotRead } from '../findings/system-stop.ts';

export class UnknownCategory extends Stop {
  readonly id: string;
  readonly nearest: string | undefined;
  constructor(id: string, near: string | undefined) {
    super(
      'category-unknown',
      {
        message: `没有类别 ${id}`,
        hint: `${near === undefined ? '' : `是否指 ${near}？`}已知类别见 zjtx categories list`,
      },
      {
        message: `there is no category ${id}`,
        hint: `${near === undefined ? '' : `did you mean ${near}? `}See zjtx categories list`,
      },
    );
    this.id = id;
    this.nearest = near;
  }
}

/** A folder of definitions that is not there would silently leave its categories out. */
export const schemasUnreadable = (folder: string, error: unknown): Stop =>
  cannotRead(
    folder,
    error,
    { zh: '类别定义的文件夹', en: 'the folder of definitions ' },
    { zh: '核对 --schemas 的路径。', en: 'Check the path of --schemas.' },
  );

/** A definition that is there and cannot be read. */
export const definitionUnreadable = (file: string, error: unknown): Stop =>
  cannotRead(
    file,
    error,
    { zh: '类别定义', en: 'the definition ' },
    {
      zh: '程序自带的定义可重新安装；自己的，核对文件。',
      en: 'Install the program again if the definition comes with it; otherwise look at the file.',
    },
  );

export class DefinitionFault extends Fault {
  constructor(findings: readonly Finding[], texts: ReadonlyMap<string, string>) {
    super(
      'definition-faulty',
      { message: `类别定义有 ${findings.length} 处错误`, hint: '改正定义文件后再运行；材料本身尚未检查。' },
      {
        message: `the definition of the category has ${findings.length} errors`,
        hint: 'Correct the definition and run again; no dossier was checked yet.',
      },
      findings,
      texts,
    );
  }
}

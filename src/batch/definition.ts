// zjtx.config.yaml as a zod schema: what holds for all dossiers below its folder.
import * as z from 'zod';
import { day } from '../expression/day.ts';
import { failOn } from '../findings/states.ts';

const text = z.string().min(1);

export const config = z.strictObject({
  root: z.boolean().optional().meta({ description: '下面的材料可以引用本文件夹里的任何文件' }),
  schemas: z.array(text).optional().meta({ description: '另外的类别定义文件夹，相对于本文件' }),
  fonts: z.array(text).optional().meta({ description: '申请表字体缺字时补用的字体文件（.ttf），相对于本文件' }),
  lang: z.enum(['zh', 'en']).optional().meta({ description: '语言；--lang 和 ZJTX_LANG 优先' }),
  'fail-on': z.enum(failOn).optional().meta({ description: '哪种状态或更差就以 1 退出' }),
  redact: z
    .boolean()
    .optional()
    .meta({ description: '输出中隐去企业、产品、人员、文件的名称和电话、地址、号码，代以编号' }),
  /** What holds for the dossiers at or below a path (globs too); of two that fit, the later one wins. */
  folders: z
    .array(
      z.strictObject({
        path: text,
        /** For dossiers that name none. */
        category: text.optional(),
        as_of: day.optional(),
        /** The last day to submit, as the authority or the client set it. */
        deadline: day.optional(),
      }),
    )
    .optional()
    .meta({ description: '某个路径（可用通配符）及其下各份材料的默认设置；几条都符合时后面的优先' }),
  /** Findings accepted for all dossiers, or for those at or below `dossier`. */
  waivers: z
    .array(z.strictObject({ dossier: text.optional(), code: text, at: text, reason: text, by: text, until: day }))
    .optional(),
});

export type ConfigSpec = z.infer<typeof config>;

/** The published JSON Schema of zjtx.config.yaml, for editors. */
export const configSchema = (): object => ({
  ...z.toJSONSchema(config, { target: 'draft-7', io: 'input' }),
  title: 'zjtx.config.yaml',
});

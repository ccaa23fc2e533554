// Definitions with a name or a shape wrong: what is replaced, and what is told of it where.
export type Case = {
  readonly title: string;
  /** Replaced in the base or the category, whichever has it. */
  readonly from: string;
  readonly to: string;
  /** The text that the finding is about begins with this. */
  readonly part: string;
  readonly told: string;
};

export const nameCases: readonly Case[] = [
  {
    title: 'a fact that nobody knows in a form',
    from: 'founded: {label: 成立时间}',
    to: 'foundet: {label: 成立时间}',
    part: 'foundet',
    told: 'fact-name-unknown {"fact":"foundet","nearest":"founded"}',
  },
  {
    title: 'a column that the fact of its table does not have',
    from: '  operations:\n    title: 2、经营指标\n',
    to: '  operations:\n    title: 2、经营指标\n    tables: {patents: {title: 专利, columns: {nane: {label: 名称}}}}\n',
    part: 'nane',
    told: 'fact-name-unknown {"fact":"nane","nearest":"name"}',
  },
  {
    title: 'a list that is not there',
    from: 'uscc: {label: 统一社会信用代码, cite: notice 一}',
    to: 'chains: {label: 产业链, list: chain}',
    part: 'chains',
    told: 'list-unknown {"list":"chain","nearest":"chains"}',
  },
  {
    title: 'a computed cell without its metric',
    from: 'computed: debt_ratio}',
    to: 'computed: dept_ratio}',
    part: 'dept_ratio',
    told: 'metric-unknown {"metric":"dept_ratio","nearest":"debt_ratio"}',
  },
  {
    title: 'a computed cell named like a property of every object',
    from: 'computed: debt_ratio}',
    to: 'computed: constructor}',
    part: 'constructor',
    told: 'metric-unknown {"metric":"constructor"}',
  },
  {
    title: 'options that depend on a field the form does not have',
    from: 'founded: {label: 成立时间}',
    to: 'chains: {label: 产业链, list: chains, options_by: {field: cluste, list: clusters}}',
    part: 'cluste,',
    told: 'fact-name-unknown {"fact":"cluste"}',
  },
  {
    title: 'a source that is not listed, in a criterion',
    from: 'cite: notice 四',
    to: 'cite: notiec 四',
    part: 'notiec 四',
    told: 'source-unknown {"source":"notiec","nearest":"notice"}',
  },
  {
    title: 'a source that is not listed, in a field',
    from: 'cite: notice 一}',
    to: 'cite: faq 一}',
    part: 'faq 一',
    told: 'source-unknown {"source":"faq"}',
  },
  {
    title: 'a source named like a property of every object',
    from: 'cite: notice 四',
    to: 'cite: constructor 四',
    part: 'constructor 四',
    told: 'source-unknown {"source":"constructor"}',
  },
  {
    title: 'a metric without a clause',
    from: 'formula: cagr(revenue, Y-4, Y-1)\n    cite: notice 三',
    to: 'formula: cagr(revenue, Y-4, Y-1)',
    part: 'revenue_cagr',
    told: 'key-missing {"key":"cite","within":"metrics.revenue_cagr"}',
  },
  {
    title: 'a criterion with an empty map of clauses',
    from: 'cite: notice 四',
    to: 'cite: {}',
    part: 'cite: {}',
    told: 'key-missing {"key":"cite","within":"criteria.no-other-title"}',
  },
  {
    title: 'a metric named like a fact',
    from: '  revenue_cagr:\n',
    to: '  revenue:\n',
    part: 'revenue:\n    label: 复',
    told: 'metric-named-as-fact {"metric":"revenue"}',
  },
  {
    title: 'a metric named like a word of the language',
    from: '  revenue_cagr:\n',
    to: '  as_of:\n',
    part: 'as_of:',
    told: 'metric-named-as-fact {"metric":"as_of"}',
  },
  {
    title: 'a fact printed twice',
    from: 'revenue: {label: 1、营业收入(万元), years: [Y-4..Y-1]}',
    to: 'opened: {fact: founded, label: 开业时间}\n      revenue: {label: 1、营业收入(万元), years: [Y-4..Y-1]}',
    part: 'opened',
    told: 'fact-printed-twice {"fact":"founded","first":"basics.founded","second":"operations.opened"}',
  },
  {
    title: "a criterion with an engine's code",
    from: '  no-other-title:\n',
    to: '  file-empty:\n',
    part: 'file-empty',
    told: 'code-taken {"code":"file-empty"}',
  },
  {
    title: 'an error that rests on a restatement only',
    from: 'cite: notice 四',
    to: 'cite: rumour 四',
    part: 'rumour 四',
    told: 'severity-above-standing {"criterion":"no-other-title","standing":"secondary"}',
  },
  {
    title: 'a criterion that points at nothing',
    from: 'at: titles\n',
    to: 'at: title\n',
    part: 'title\n\ntests',
    told: 'fact-name-unknown {"fact":"title","nearest":"titles"}',
  },
  {
    title: 'a criterion that unsettles nothing',
    from: 'at: titles\n',
    to: 'at: titles\n    unsettles: title\n',
    part: 'title\n\ntests',
    told: 'fact-name-unknown {"fact":"title","nearest":"titles"}',
  },
  {
    title: 'a kind of title that does not exist',
    from: 'kinds: [小巨人企业(制造类)]',
    to: 'kinds: [小巨人企业(制造)]',
    part: '小巨人企业(制造)]',
    told: 'expression-name-unknown {"text":"小巨人企业(制造)","name":"小巨人企业(制造)","nearest":"小巨人企业(制造类)"}',
  },
  {
    title: 'an unknown key',
    from: '    at: revenue\n',
    to: '    serverity: error\n    at: revenue\n',
    part: 'serverity',
    told: 'key-unknown {"key":"serverity","within":"criteria.growth","nearest":"severity"}',
  },
  {
    title: 'a value of the wrong shape',
    from: 'required: true, cite: notice 附件',
    to: 'required: 必须, cite: notice 附件',
    part: '必须',
    told: 'value-wrong {"key":"required","expected":"yes or no"}',
  },
  {
    title: 'a rule with two heads',
    from: 'rule: {assert: revenue_cagr >= 8}',
    to: 'rule: {assert: revenue_cagr >= 8, no_title: {kinds: [专精特新产品]}}',
    part: '{assert: revenue_cagr >= 8, no_title: {kinds: [专精特新产品]}}',
    told: 'value-wrong {"key":"rule","expected":"rule"}',
  },
  {
    title: 'a rule nobody knows',
    from: 'rule: {assert: revenue_cagr >= 8}',
    to: 'rule: ask',
    part: 'ask',
    told: 'value-wrong {"key":"rule","expected":"rule"}',
  },
  {
    title: 'a second line of a base that is not there',
    from: 'extends: yunling/2021/base',
    to: 'extends: yunling/2021/bass',
    part: 'yunling/2021/bass',
    told: 'extends-unknown {"id":"yunling/2021/bass","nearest":"yunling/2021/base"}',
  },
  {
    title: 'a path out of the folder',
    from: 'extends: yunling/2021/base',
    to: 'extends: ../../etc/passwd',
    part: '../../etc/passwd',
    told: 'extends-unknown {"id":"../../etc/passwd"}',
  },
];

#!/usr/bin/env node
// Answers what scripts ask often by itself, hands all else to the program, and says so where that cannot be read.
'use strict';
const { process } = globalThis;
const [asked, ...more] = process.argv.slice(2);

/** What needs none of the program: the version, and the first page of the help, made when it was built. */
function answer() {
  if (asked === '--version' || asked === '-V') return `${require('../package.json').version}\n`;
  const { languageOf } = require('../dist/cli/language.js');
  return require('../dist/help.json')[languageOf(undefined, process.env)];
}

/** A page made for 80 columns breaks anywhere in a terminal that has less: the program then sets it anew. */
const isNarrow = () => require('node:tty').isatty(1) && process.stdout.columns < 80;

/** Whether all of it was written; a stream would take longer to set up than all else. */
function written(text) {
  try {
    return require('node:fs').writeSync(1, text) === Buffer.byteLength(text);
  } catch {
    // The program says what is wrong with the output.
    return false;
  }
}

const isPage = ['--help', '-h'].includes(asked);
if (more.length > 0 || !(isPage ? !isNarrow() : ['--version', '-V'].includes(asked)) || !written(answer())) {
  const fail = (error) => {
    const said =
      '程序文件读不出：重新安装，或放宽 ulimit -n。The program cannot be read: install it again, or raise ulimit -n.';
    process.stderr.write(`zjtx: ${said}\n${error.message}\n`);
    process.exit(2);
  };
  try {
    require('./load.js').load('cli/process.js').runProcess(process).catch(fail);
  } catch (error) {
    fail(error);
  }
}

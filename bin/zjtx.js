#!/usr/bin/env node
// Hands argv and the process's streams to main(); says so where not even that can be read.
import module from 'node:module';

// The process is taken as the global it is: importing it asks it for all that it has, which takes longer than our own start.
const { process } = globalThis;

// Where Node has one (22.1 and later): what was compiled once is not compiled again.
module.enableCompileCache?.();
const { runProcess } = await import('../dist/cli/process.js').catch((error) => {
  const said =
    '程序文件读不出：重新安装，或放宽 ulimit -n。The program cannot be read: install it again, or raise ulimit -n.';
  process.stderr.write(`zjtx: ${said}
${error.message}
`);
  process.exit(2);
});
await runProcess(process);

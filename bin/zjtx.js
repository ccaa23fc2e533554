#!/usr/bin/env node
// Hands argv and the process's streams to main().
import module from 'node:module';
import process from 'node:process';

// Where Node has one (22.1 and later): what was compiled once is not compiled again.
module.enableCompileCache?.();
const { runProcess } = await import('../dist/cli/process.js');
await runProcess(process);

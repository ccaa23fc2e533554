#!/usr/bin/env node
// Hands argv and the process's streams to main().
import process from 'node:process';
import { runProcess } from '../dist/cli/process.js';

await runProcess(process);

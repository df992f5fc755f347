#!/usr/bin/env node
// Plain JavaScript: it runs the TypeScript of the app as it is, without a build.
import { register } from 'tsx/esm/api';

register();
const { runCommand } = await import('./main.ts');
process.exitCode = await runCommand(process.argv.slice(2));

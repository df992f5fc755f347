import { killRounds } from '../durability/rounds.ts';
import { expect, test } from '../pages/test.ts';

test('a browser that is killed in the middle of work loses nothing that was called saved', async ({
  baseURL,
}, info) => {
  const reports = await killRounds({
    address: baseURL ?? '',
    profile: info.outputPath('profile'),
    rounds: 5,
    seed: 20_261_126,
  });
  expect(reports).toHaveLength(5);
  const saved = reports.reduce((sum, report) => sum + report.saved, 0);
  expect(saved, 'so that there was something to lose').toBeGreaterThan(0);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './files.ts';
import { readText } from './model-card/facts.ts';

const Workflow = v.object({
  jobs: v.record(
    v.string(),
    v.object({ steps: v.array(v.object({ run: v.optional(v.string(), '') })) }),
  ),
});

const FOLDER = '.github/workflows';

/** Every command of every job. */
function commandsOf(file: string): readonly string[] {
  const { jobs } = v.parse(Workflow, parse(readText(`${FOLDER}/${file}`)));
  return Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run));
}

it('workflows run scripts that package.json has', () => {
  const { scripts } = JSON.parse(readText('package.json'));
  const files = readdirSync(join(ROOT, FOLDER));
  const asked = files
    .flatMap(commandsOf)
    .flatMap((command) => [...command.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name) => !(name && name in scripts))).toEqual([]);
});

it('what `npm test` and .ci/run check, the workflow checks too', () => {
  const commands = commandsOf('ci.yml').join('\n');
  const { test } = JSON.parse(readText('package.json')).scripts;
  for (const [, script] of test.matchAll(/npm run ([\w:-]+)/g))
    expect(commands).toContain(`npm run ${script}`);
  const tests = readText('.ci/run').match(/pytest -q.*/g) ?? [];
  expect(tests.length).toBeGreaterThan(1);
  for (const one of tests) expect(commands).toContain(one.trim());
});

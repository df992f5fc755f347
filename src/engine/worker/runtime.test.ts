import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { RUNTIME_FILES } from './runtime.ts';

test.each(Object.values(RUNTIME_FILES))(
  '$binary.name has the size and the checksum that are written down',
  ({ binary }) => {
    const path = createRequire(import.meta.url).resolve(`onnxruntime-web/${binary.name}`);
    const content = readFileSync(path);
    expect(binary.bytes).toBe(content.length);
    expect(binary.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  },
);

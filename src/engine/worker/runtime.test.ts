import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { RUNTIME_FILES } from './runtime.ts';

test.each(Object.values(RUNTIME_FILES))(
  '$binary.name has the size that is written down',
  (files) => {
    const path = createRequire(import.meta.url).resolve(`onnxruntime-web/${files.binary.name}`);
    expect(files.binary.bytes).toBe(statSync(path).size);
  },
);

import { describeEngineProblem } from '../../engine/describe.ts';
import type { Rejection } from '../../engine/engine.ts';
import { backendName } from './engine-words.ts';

/** Why better backends were not taken, one line per reason: "WebGPU fp16, WebGPU fp32: …". */
export function rejectionWords(rejections: readonly Rejection[]): readonly string[] {
  const backendsByReason = new Map<string, string[]>();
  for (const { backend, problem } of rejections) {
    const reason = describeEngineProblem(problem);
    const names = backendsByReason.get(reason) ?? [];
    backendsByReason.set(reason, [...names, backendName(backend)]);
  }
  return [...backendsByReason].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
}

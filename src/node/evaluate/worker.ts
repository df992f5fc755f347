import { serve } from '../batch/serve.ts';
import type { Engine } from '../engine/engine.ts';
import { type CaseTask, drawCase } from './draw-case.ts';
import { perform } from './perform.ts';
import type { DoneTrial, EvaluateTask } from './task.ts';

await serve(
  (engine: Engine, task: EvaluateTask | CaseTask): Promise<DoneTrial | Uint8Array> =>
    'worst' in task ? drawCase(engine, task) : perform(engine, task),
);

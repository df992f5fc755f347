import * as v from 'valibot';

/** A region as Label Studio's JSON-MIN has it: its labels under the name of their kind, beside its shape. */
const MinimalRegion = v.record(v.string(), v.unknown());
const LABELS = /^(rectangle|polygon|ellipse|brush|keypoint)labels$/;

function kindOf(item: unknown): string | undefined {
  if (!v.is(MinimalRegion, item)) return undefined;
  return Object.keys(item).find((key) => LABELS.test(key));
}

/** Whether this is a task of JSON-MIN, which has neither `data` nor `annotations`: each field of both lies in it. */
export function isMinimalTask(json: unknown): json is Readonly<Record<string, unknown>> {
  if (!v.is(MinimalRegion, json) || 'data' in json) return false;
  return Object.values(json).some((value) => Array.isArray(value) && value.some(kindOf));
}

/** The same as a full task; what is no region stays with the fields of the photo. */
export function fullTask(task: Readonly<Record<string, unknown>>) {
  const fields = Object.values(task).filter((value) => Array.isArray(value));
  const result = fields.flat().flatMap((item: unknown) => {
    const type = kindOf(item);
    if (type === undefined || !v.is(MinimalRegion, item)) return [];
    const { original_width, original_height, ...value } = item;
    return [{ type, original_width, original_height, value }];
  });
  return { data: task, annotations: [{ result }] };
}

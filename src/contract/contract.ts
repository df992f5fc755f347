import json from './contract.json' with { type: 'json' };

/** What the model files promise; the Python export reads the same JSON. Imports nothing else. */
export const contract = json;

export type GraphName = keyof typeof json.graphs;
/** Names of a graph's input and output tensors, as the ONNX files spell them. */
export type InputName<G extends GraphName> = keyof (typeof json.graphs)[G]['inputs'] & string;
export type OutputName<G extends GraphName> = keyof (typeof json.graphs)[G]['outputs'] & string;

/** A dimension is a number, or a name where it may vary from run to run. */
export interface TensorSpec {
  readonly dtype: string;
  readonly shape: readonly (number | string)[];
  /** The model kind that the tensor is for; left out where it is for all. */
  readonly kind?: string;
  /** A set may leave it out, in all of its graphs. */
  readonly optional?: boolean;
}

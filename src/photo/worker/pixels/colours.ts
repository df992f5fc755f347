/** What the numbers of a picture mean: by an ICC profile, or by numbers of ITU-T H.273. */
export type Colours =
  | { readonly profile: Uint8Array<ArrayBuffer> }
  | { readonly primaries: number; readonly transfer: number };

const MODEL = `  --model robust|plain   RobustSAM (the default), or plain SAM
  --as-is                keep specks and small holes that the model leaves
  --json                 the result as JSON on the standard output
  -h, --help             this text`;

const SEGMENT = `robustsam segment PHOTO --point x,y [--not x,y] [--box x0,y0,x1,y1] --out mask.png

The mask of one object, as a black and white PNG of the photo's size. Coordinates are pixels of the
upright photo, from its upper left corner. Points and the box are taken in the order given, each with
the mask so far, as in the page.

  --point x,y            a point on the object; may be repeated
  --not x,y              a point beside it; may be repeated
  --box x0,y0,x1,y1      a box around it
  --out mask.png         where the mask goes; may be left out with --json
${MODEL}`;

export const HELP = {
  segment: SEGMENT,
} as const;

export const OVERVIEW = `robustsam COMMAND ...   masks from photos, also dark, noisy and blurred ones

  segment PHOTO          the mask of one object, from points or a box

robustsam COMMAND --help says more. Nothing is uploaded: model and photos stay on this machine.
Exit codes: 0 all went well, 1 something failed, 2 the command was not understood.`;

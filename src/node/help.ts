const AS_IS = '  --as-is                keep specks and small holes that the model leaves';

const DEVICE = `  --device cpu|cuda|webgpu  what computes; the CPU, if left out`;

const COMMON = `  --model robust|plain   RobustSAM (the default), or plain SAM
${DEVICE}
  --json                 the result as JSON on the standard output
  -h, --help             this text`;

const BATCH = `  --out DIR              where the data set goes, and the journal of what is done
  --jobs n               processes at once; as many as there are cores, if left out
  --shard i/n            only the i-th of n parts of the photos, in a folder of its own
${COMMON}

Stopped by Ctrl-C, a crash or a full disk, the same command does the rest. Photos that failed are tried again.`;

const SEGMENT = `robustsam segment PHOTO --point x,y [--not x,y] [--box x0,y0,x1,y1] --out mask.png

The mask of one object, as a black and white PNG of the photo's size. Coordinates are pixels of the
upright photo, from its upper left corner. Points and the box are taken in the order given, each with
the mask so far, as in the page.

  --point x,y            a point on the object; may be repeated
  --not x,y              a point beside it; may be repeated
  --box x0,y0,x1,y1      a box around it
  --out mask.png         where the mask goes; may be left out with --json
${AS_IS}
${COMMON}`;

const LABEL = `robustsam label DIR --boxes coco.json --out DIR

A mask for every box, as COCO: DIR/annotations/instances_default.json. Boxes may be COCO's, a list of COCO results,
or labels of any format that the page reads; ids, classes, scores and attributes stay, and the model's own estimate of
the IoU comes as the attribute "predicted_iou". Boxes are rounded to pixels.

  --boxes FILE           the boxes, by photo
${AS_IS}
${BATCH}`;

const EVERYTHING = `robustsam everything DIR --out DIR

Everything that can be told apart on the photos of a folder, by SAM's automatic mask generator, as COCO:
DIR/annotations/instances_default.json. The attribute "stability" is SAM's stability score.

  --whole-grid           ask at all 32 x 32 points, not only at the sixth that tells most
  --crop-layers n        look at parts of the photo too, in n layers of 2 x 2, 4 x 4 ... parts
${BATCH}`;

const EVALUATE = `robustsam evaluate DIR --out DIR

How good masks are on photos of which the truth is known: on the photos as they are, and degraded by each
degradation at each severity. Results come as results.json, results.md, report.html, answers.csv and charts,
with 95 % intervals over photos.

  --truth FILE|DIR       labels in any format that the page reads, COCO among them, or a folder of masks: a PNG
                         called like its photo, black where nothing is, a colour for each object. Left out:
                         the masks beside DIR/images or DIR/photos, or the only JSON file
  --degradations a,b     of snow, fog, rain, ..., chain_3; the 15 of the paper, if left out; none: clear photos only
  --severities a,b       0 to 1, 0.5 as strong as the paper's; 0.1,0.3,0.5,0.7,0.9 if left out
  --prompts a,b          of centre, points, box, loose_box, corrections (five clicks), clicks (counted until the
                         IoU is 0.85 and 0.90, at most 20); all, if left out
  --models a,b           of plain, robust, restored_plain, restored_robust; restored: as Auto adjusts the view
  --precision int8|fp32  int8 (the default on a CPU) as the page computes there; fp32 as training measures
${DEVICE}
  --objects largest|three  of each photo: the largest (the default), or that, the middle one and the smallest
  --out DIR              where results go, and the journal of what is done
  --jobs n               processes at once; as many as there are cores, if left out
  --shard i/n            only the i-th of n parts of the photos, in a folder of its own; without it the same
                         command takes what the shards in --out have done
  --json                 the result as JSON on the standard output
  -h, --help             this text

Stopped by Ctrl-C, a crash or a full disk, the same command does the rest. Photos that failed are tried again.`;

export const HELP = {
  segment: SEGMENT,
  label: LABEL,
  everything: EVERYTHING,
  evaluate: EVALUATE,
} as const;

export const OVERVIEW = `robustsam COMMAND ...   masks from photos, also dark, noisy and blurred ones

  segment PHOTO          the mask of one object, from points or a box
  label DIR              masks for the boxes of a detector, for a folder
  everything DIR         all that can be told apart, for a folder
  evaluate DIR           how good masks are, on clear and degraded photos whose truth is known

robustsam COMMAND --help says more. Nothing is uploaded: model and photos stay on this machine.
Exit codes: 0 all went well, 1 something failed, 2 the command was not understood.`;

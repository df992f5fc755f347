import type { Page } from '@playwright/test';

/** The same in every language: products, formats, what is printed on keys, technical terms and units. */
const NAMES = [
  'RobustSAM Annotator|RobustSAM|SAM|WebGPU|CPU|GPU|fp16|fp32|int8|ONNX|TinyViT|IoU',
  'COCO|YOLO OBB|YOLO|DOTA|CVAT for images|CVAT|Datumaro|LabelMe|Label Studio|Pascal VOC|VOC|SVG|PNG|JPEG|CSV|JSON|XML|RLE|ZIP|Zip|zip',
  'Ctrl|Shift|Alt|Enter|Esc|Tab|Home|End|Delete|Backspace|Page up|Page down|F2|F10',
  'px|kB|MB|GB|MP|ms|min|EV',
];

/** What a person sees or hears besides text: names of controls, tooltips, hints in fields. */
const SPOKEN = ['aria-label', 'aria-valuetext', 'aria-description', 'alt', 'title', 'placeholder'];

/** All that the page says with English words in it, once each; `given` are names that people gave. */
export async function englishOn(page: Page, ...given: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(textsOnPage, [...SPOKEN, 'data-tip']);
  const names = new RegExp(`(?<![A-Za-z])(${NAMES.join('|')})(?![A-Za-z])`, 'g');
  const isEnglish = (text: string) => {
    const rest = given.reduce((left, name) => left.replaceAll(name, ''), text);
    return /[A-Za-z]{2,}/.test(rest.replace(names, ''));
  };
  return [...new Set(texts.filter(isEnglish))];
}

/** Runs in the page. What says that it is English may be. */
function textsOnPage(attributes: readonly string[]): string[] {
  const silent = 'noscript, script, style, [lang="en"]';
  const elements = [...document.body.querySelectorAll('*')].filter((one) => !one.closest(silent));
  return elements.flatMap((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const texts = own.map(({ textContent }) => textContent?.trim() ?? '');
    return [...texts, ...attributes.map((name) => element.getAttribute(name) ?? '')];
  });
}

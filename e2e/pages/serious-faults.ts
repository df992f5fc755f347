import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe calls serious or critical, as "rule: elements". */
export async function seriousFaults(page: Page): Promise<string[]> {
  const violations = await faultsIn(page);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** All that axe finds in the page or in a part of it. */
export async function faultsIn(page: Page, selector?: string) {
  // The app has no frames. For them axe would open a second page for each analysis.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (selector) axe.include(selector);
  // Details of what is right are not looked at.
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  return violations;
}

// Draws the icons that systems want as pixels, from web/icon.svg:   node tools/icons.mjs     (after icon.svg has changed)
// The maskable one fills its square, with what must be seen inside of the safe zone, a circle of 80% of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch_chromium } from '../tests/browser/engine.mjs';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const svg = readFileSync(`${web}icon.svg`, 'utf8');
const ground = /<rect [^>]*fill="([^"]+)"/.exec(svg)?.[1] ?? 'white';
const browser = await launch_chromium();
for (const { name, size, maskable } of [{ name: 'icon-192', size: 192, maskable: false }, { name: 'icon-512', size: 512, maskable: false },
  { name: 'icon-maskable-512', size: 512, maskable: true }]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = maskable ? size * 0.75 : size;
  await page.setContent(`<style>body { margin: 0; ${maskable ? `background: ${ground};` : ''} display: grid; place-items: center; height: 100vh } svg { width: ${inner}px; display: block }</style>${svg}`);
  await page.screenshot({ path: `${web}${name}.png`, omitBackground: !maskable });
  await page.close();
}
await browser.close();

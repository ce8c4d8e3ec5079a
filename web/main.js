// Starts the page: loads the core, which finds its canvas itself, and says so in a sentence where that can't be.
import createModule from './leadlight.mjs';
import { embedded_wasm } from './embedded_wasm.js';

/** @param {string} sentence */
function give_up(sentence) {
  const text = document.getElementById('boot-text');
  if (!text) return;
  text.textContent = sentence;
  text.setAttribute('role', 'alert');
  document.getElementById('boot')?.classList.add('given-up');
}

// The colours that the person has chosen, if not the system's, for the picture before the first one.
try {
  const theme = localStorage.getItem('leadlight.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the system's, then.
}

addEventListener('leadlight-usable', () => document.getElementById('boot')?.remove(), { once: true });
addEventListener('leadlight-no-webgl', () => give_up(
  'Leadlight draws with WebGL 2, which this browser does not offer. Please switch on hardware acceleration in its settings, or use a newer browser.'));

try {
  if (typeof WebAssembly === 'undefined') throw new TypeError('no WebAssembly');
  await createModule(await embedded_wasm());
} catch (error) {
  // A core that the browser can't compile: the loader wraps the reason into its own error.
  const too_old = error instanceof TypeError || /CompileError/.test(String(error));
  give_up(too_old
    ? 'This browser can not run Leadlight: it needs WebAssembly. Please use a browser from 2023 or newer, or allow WebAssembly for this page.'
    : 'Leadlight could not be loaded. Please check the connection and reload the page.');
  console.error(error);
}

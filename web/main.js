// Starts the page: loads the core, which finds its canvas itself, and says so in a sentence where that can't be.
import createModule from './leadlight.mjs';
import { bring_rest, Damaged, instantiate_core, is_one_file, make_sample } from './core.js';

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

/** Resolves once the core runs. (What goes wrong while it is instantiated, Emscripten would not pass on.) */
const start = () => new Promise((done, fail) => {
  createModule({
    make_sample,
    bring_rest,
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive */
    instantiateWasm(imports, receive) {
      instantiate_core(imports).then(({ instance, module }) => receive(instance, module)).catch(fail);
      return {};
    },
  }).then(done, fail);
});

/** @param {unknown} error */
function sentence_for(error) {
  if (typeof WebAssembly === 'undefined' || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return 'This browser can not run Leadlight: it needs WebAssembly. Please use a browser from 2023 or newer, or allow WebAssembly for this page.';
  }
  if (!(error instanceof Damaged)) return 'Leadlight could not be loaded. Please check the connection and reload the page.';
  return is_one_file
    ? 'This copy of Leadlight is damaged, and was not started. Your book is not touched. Please get the file again and open that one.'
    : 'Leadlight did not arrive whole, and was not started. Your book is not touched. Please check the connection and reload the page.';
}

try {
  await start();
} catch (error) {
  give_up(sentence_for(error));
  console.error(error);
}

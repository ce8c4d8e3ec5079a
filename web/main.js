// Starts the page: loads the core and hands it the canvas.
import createModule from './leadlight.mjs';
import { embedded_wasm } from './embedded_wasm.js';

const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
await createModule({ canvas, ...(await embedded_wasm()) });
performance.mark('leadlight-usable');

// Makes what is published, from web/ and build/wasm:   node tools/dist.mjs
//   dist/                 the static site: index.html, and files whose names carry a hash of what is in them
//   dist/leadlight.html   everything in one file, to open from disk
//   Both bring the licences of what others wrote (tools/notices.mjs).
// Prints the sizes of the first load and of the rest, gzipped. The Content-Security-Policy is written here, since it names hashes.
//
// Names in web/ that mean something: index.html, main.js (bundled with all it imports), style.css, sw.js (the service worker;
// keeps its name, and is given LEADLIGHT_VERSION and LEADLIGHT_FILES, what it keeps for offline), *.webmanifest (keeps its name), images.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { streams_from_wasm } from '../web/streams.js';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'web');
const wasm_dir = join(root, 'build/wasm');
const out = join(root, 'dist');

const image_types = new Map([['.png', 'image/png'], ['.svg', 'image/svg+xml'], ['.ico', 'image/x-icon'], ['.webp', 'image/webp']]);
const browsers = ['chrome111', 'firefox113', 'safari16.4'];  // the first with all that the page needs (wasm SIMD, top-level await)

/** @param {string | Uint8Array} data @returns {string} for a Content-Security-Policy */
const sha256 = (data) => `'sha256-${createHash('sha256').update(data).digest('base64')}'`;
/** @param {string} name @param {string | Uint8Array} data  style.css -> style-0123abcd45.css */
const hashed_name = (name, data) =>
  name.replace(/(\.[^.]+)$/, `-${createHash('sha256').update(data).digest('hex').slice(0, 10)}$1`);
/**
 * A quarter smaller than gzip at its best, taken apart as the core is. Not every host sends brotli, and no host has to know of this: web/core.js
 * unpacks it. Bytes in pairs or fours mean nothing (pb=0), and the byte before tells little (lc=1). The dictionary is what unpacking keeps in memory.
 * @param {Uint8Array} data @returns {Uint8Array}
 */
function xz(data) {
  const words = ['--stdout', '--threads=1', '--format=xz', '--check=crc32', '--lzma2=preset=9e,lc=1,pb=0,dict=2MiB'];
  const { status, stdout, stderr, error } = spawnSync('xz', words, { input: data, maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`xz could not pack the core (${error?.message ?? stderr}). Please install xz, or run: make setup`);
  return stdout;
}
/** @param {string | Uint8Array} data */
const gzip_size = (data) => gzipSync(data, { level: 9 }).length;
/** Replaces every './name' in quotes. @param {string} text @param {string} name @param {string} by */
const relink = (text, name, by) => text.replaceAll(`"./${name}"`, `"${by}"`).replaceAll(`'./${name}'`, `'${by}'`).replaceAll(`"${name}"`, `"${by}"`);

/** Fails with a sentence when index.html is not as expected. @param {string} html @param {RegExp} what @param {() => string} by */
function replace_once(html, what, by) {
  if (!what.test(html)) throw new Error(`web/index.html: ${what} was not found`);
  return html.replace(what, by);
}

/** @param {Record<string, string>} parts */
function with_policy(/** @type {string} */ html, parts) {
  const policy = Object.entries({
    'default-src': "'none'", 'img-src': "'self' data: blob:", 'media-src': "'self' blob:", 'connect-src': "'self'",
    'manifest-src': "'self'", 'worker-src': "'self'", 'base-uri': "'none'", 'form-action': "'none'",
    'require-trusted-types-for': "'script'", 'trusted-types': 'leadlight', ...parts,
  }).map(([name, value]) => `${name} ${value}`).join('; ');
  const clean = html.replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return replace_once(clean, /<meta charset="utf-8">/, () => `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/** Puts web/main.js and all that it imports into one module. @returns {Promise<string>} */
async function bundle_script(/** @type {string} */ entry, /** @type {Record<string, string>} */ define = {}) {
  const result = await build({
    entryPoints: [join(web, entry)], bundle: true, write: false, minify: true, format: 'esm', target: browsers, charset: 'utf8',
    legalComments: 'none', logLevel: 'warning', define,
    plugins: [{
      name: 'the core',
      setup: (b) => b.onResolve({ filter: /\/leadlight\.mjs$/ }, () => ({ path: join(wasm_dir, 'leadlight.mjs') })),
    }],
  });
  return result.outputFiles[0].text;
}

if (!existsSync(join(wasm_dir, 'rest.wasm'))) {
  console.error('dist: build/wasm/rest.wasm is not there. Please run: make dist');
  process.exit(1);
}

/** @param {string} name of a module in build/wasm */
const packed = (name) => xz(streams_from_wasm(readFileSync(join(wasm_dir, name))));
const [core, rest, sample] = ['core.wasm', 'rest.wasm', 'sample.wasm'].map(packed);
const script = await bundle_script('main.js');
const style = (await transform(readFileSync(join(web, 'style.css'), 'utf8'), { loader: 'css', minify: true, target: browsers })).code;
const html = readFileSync(join(web, 'index.html'), 'utf8');
const images = readdirSync(web).filter((name) => image_types.has(extname(name)));
const manifests = readdirSync(web).filter((name) => name.endsWith('.webmanifest'));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// --- the site ---
/** @type {Map<string, string | Uint8Array>} every file of it but the service worker */
const site = new Map();
let site_script = script;
const [core_name, rest_name] = /** @type {[string, Uint8Array][]} */ ([['leadlight.bin', core], ['rest.bin', rest], ['sample.bin', sample]]).map(([name, data]) => {
  const new_name = hashed_name(name, data);
  site.set(new_name, data);
  site_script = relink(site_script, name, `./${new_name}`);
  return new_name;
});
const script_name = hashed_name('main.js', site_script);
site.set(script_name, site_script);
const style_name = hashed_name('style.css', style);
site.set(style_name, style);
let page = relink(relink(html, 'main.js', `./${script_name}`), 'style.css', `./${style_name}`);
/** @type {Set<string>} files that the page does without */
const pictures = new Set();
const image_names = new Map(images.map((name) => [name, hashed_name(name, readFileSync(join(web, name)))]));
for (const [name, new_name] of image_names) {
  site.set(new_name, readFileSync(join(web, name)));
  page = relink(page, name, `./${new_name}`);
}
for (const name of manifests) {
  let text = readFileSync(join(web, name), 'utf8');
  // Pictures of the product for whoever is asked whether to install it: those of the README.
  for (const { src } of JSON.parse(text).screenshots ?? []) {
    const picture = readFileSync(join(root, 'docs', src));
    const new_name = hashed_name(src, picture);
    site.set(new_name, picture);
    pictures.add(new_name);
    text = relink(text, src, `./${new_name}`);
  }
  for (const [image, new_name] of image_names) text = relink(text, image, `./${new_name}`);
  site.set(name, text);
}
// The core starts to load with the page rather than after the script.
page = replace_once(page, /<script type="module"/, () =>
  `<link rel="preload" href="./${core_name}" as="fetch" crossorigin>\n  <script type="module"`);
page = with_policy(page, { 'script-src': "'self' 'wasm-unsafe-eval'", 'style-src': "'self'" });
site.set('index.html', page);
site.set('notices.txt', notices(root));
for (const [name, data] of site) writeFileSync(join(out, name), data);
if (existsSync(join(web, 'sw.js'))) {
  const files = [...site.keys()].filter((name) => name !== 'index.html' && !pictures.has(name)).sort();
  const version = createHash('sha256').update(JSON.stringify(files)).update(page).digest('hex').slice(0, 16);
  writeFileSync(join(out, 'sw.js'), await bundle_script('sw.js', {
    LEADLIGHT_VERSION: JSON.stringify(version), LEADLIGHT_FILES: JSON.stringify(files.map((name) => `./${name}`)),
  }));
}

// --- the one file ---
// The data block is base64, so it can't end the script element; in our own script nothing may look like one's end.
const inline_script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
let single = replace_once(html, /<script type="module" src="\.\/main\.js"><\/script>/, () => '');
single = replace_once(single, /<link rel="stylesheet" href="\.\/style\.css">/, () => `<style>${style}</style>`);
single = single.replace(/\s*<link rel="(?:manifest|license|apple-touch-icon)"[^>]*>/g, '');
for (const name of images) {
  const data = readFileSync(join(web, name)).toString('base64');
  single = relink(single, name, `data:${image_types.get(extname(name))};base64,${data}`);
}
single = replace_once(single, /<\/body>/, () =>
  [['core', core], ['rest', rest], ['sample', sample]].map(([name, data]) =>
    `<script type="application/x-xz" id="leadlight-${name}">${Buffer.from(data).toString('base64')}</script>\n`).join('') + `<script type="module">${inline_script}</script>\n` +
  `<script type="text/plain" id="notices">\n${notices(root)}</script>\n</body>`);
single = with_policy(single, { 'script-src': `${sha256(inline_script)} 'wasm-unsafe-eval'`, 'style-src': sha256(style), 'connect-src': "'none'" });
writeFileSync(join(out, 'leadlight.html'), single);

// --- how much a first visit loads ---
const sizes = ['index.html', style_name, script_name, core_name].map((name) => /** @type {const} */ ([name, gzip_size(site.get(name) ?? '')]));
for (const [name, size] of sizes) console.log(`${String(size).padStart(9)} B gzip  ${name}`);
const first = sizes.reduce((sum, [, size]) => sum + size, 0);
console.log(`${String(first).padStart(9)} B gzip  first load: everything needed to work`);
console.log(`${String(gzip_size(rest)).padStart(9)} B gzip  ${rest_name}: the rest, in the background; one file: ${single.length} B`);

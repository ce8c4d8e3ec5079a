// The service worker: keeps one version of the page whole, so that it opens without a network. All files of a version or
// none; a new version waits until a person asks for it (web/lib/updates.js). Also takes in what other apps share with this one.

/** The page itself, by the name that its folder has. */
const page = './';
const prefix = 'leadlight-page-';
const name_of_cache = prefix + LEADLIGHT_VERSION;
const received = 'leadlight-received';  // files of people: "erase everything" looks for it

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

/** @param {ArrayBuffer} bytes @returns {Promise<string>} */
async function sha256(bytes) {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether this is what was published under that name. Names carry the first ten digits of the hash of what is in them (tools/dist.mjs);
 * the page must be the one that asks for them: a host that is being updated may send the old one still.
 * @param {string} name @param {ArrayBuffer} bytes
 */
async function is_right(name, bytes) {
  const hash = /-([0-9a-f]{10})\.\w+$/.exec(name)?.[1];
  if (hash) return (await sha256(bytes)).startsWith(hash);
  if (name !== page) return true;
  const text = new TextDecoder().decode(bytes);
  return LEADLIGHT_FILES.filter((file) => /(main|style|leadlight)-\w+\.(js|css|bin)$/.test(file)).every((file) => text.includes(file));
}

/** @param {string} name @returns {Promise<Response>} */
async function fetch_right(name) {
  // From the browser's cache, where the page's own loading has put it; from the host where that is another one.
  for (const cache of /** @type {RequestCache[]} */ (name === page ? ['no-cache'] : ['default', 'reload'])) {
    const response = await fetch(name, { cache, credentials: 'same-origin' });
    const bytes = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
    if (!response.ok || !(await is_right(name, bytes))) continue;
    // Made anew: a redirected answer would not do for a page, and what was unpacked has another length.
    const headers = new Headers(response.headers);
    for (const header of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(header);
    return new Response(bytes, { headers });
  }
  throw new Error(`${name} is not what version ${LEADLIGHT_VERSION} consists of`);
}

async function install() {
  const names = [page, ...LEADLIGHT_FILES];
  const answers = await Promise.all(names.map(fetch_right));
  const cache = await caches.open(name_of_cache);
  try {
    await Promise.all(names.map((name, index) => cache.put(name, answers[index])));
  } catch (error) {  // no room: nothing is better than half
    await caches.delete(name_of_cache);
    throw error;
  }
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== name_of_cache) await caches.delete(name);
  await worker.clients.claim();
}

/** @param {Request} request @param {URL} url */
async function answer(request, url) {
  const scope = new URL(worker.registration.scope);
  const is_page = url.pathname === scope.pathname || url.pathname === `${scope.pathname}index.html`;
  const kept = await (await caches.open(name_of_cache)).match(is_page ? page : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

/** What another app has shared waits for the page, which looks for it when it starts. @param {Request} request */
async function receive(request) {
  const form = await request.formData();
  const cache = await caches.open(received);
  let count = 0;
  /** @param {BodyInit} body @param {string} name */
  const keep = (body, name) => cache.put(`./received/${Date.now()}-${count++}`, new Response(body, { headers: { 'X-Name': encodeURIComponent(name) } }));
  for (const file of form.getAll('files')) if (file instanceof File) await keep(file, file.name);
  const text = ['title', 'text', 'url'].map((field) => form.get(field)).filter((value) => typeof value === 'string' && value !== '');
  if (count === 0 && text.length > 0) await keep(text.join('\n'), '');
  return Response.redirect('./#/share', 303);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => { if (event.data === 'take over') void worker.skipWaiting(); });
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && url.pathname === new URL('./receive', worker.registration.scope).pathname) event.respondWith(receive(request));
  else if (request.method === 'GET') event.respondWith(answer(request, url));
});

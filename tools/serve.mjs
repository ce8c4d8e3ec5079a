// A small static file server for one's own machine:  node tools/serve.mjs [FOLDER]     (default: dist)
// Listens on loopback only, at PORT (default 8080) or the next free port. Never caches, so that a reload shows the new build.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const types = new Map(Object.entries({
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
}));

/** Serves `folder`; resolves with the server once it listens. @param {string} folder @param {number} port 0: any free port */
export function serve(folder, port) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const fail = (/** @type {number} */ status) => { response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`); };
    if (request.method !== 'GET' && request.method !== 'HEAD') return fail(405);
    let path;
    try {
      path = normalize(join(root, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)));
    } catch {
      return fail(400);
    }
    if (path !== root && !path.startsWith(root + sep)) return fail(404);
    let info = statSync(path, { throwIfNoEntry: false });
    if (info?.isDirectory()) info = statSync(path = join(path, 'index.html'), { throwIfNoEntry: false });
    if (!info?.isFile()) return fail(404);
    response.writeHead(200, {
      'Content-Type': types.get(extname(path)) ?? 'application/octet-stream', 'Content-Length': info.size,
      'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(path).on('error', () => response.destroy()).pipe(response);
  });
  return new Promise((/** @type {(server: import('node:http').Server) => void} */ listening, reject) => {
    let attempts = 0;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port !== 0 && ++attempts < 50) server.listen(port + attempts, '127.0.0.1');
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => listening(server));
  });
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const server = await serve(process.argv[2] ?? 'dist', Number(process.env.PORT ?? 8080));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`Leadlight is at http://127.0.0.1:${address.port}/  (Ctrl+C ends it)`);
}

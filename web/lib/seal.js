// Files that only a passphrase opens, by the browser's own cryptography. docs/sealed.md describes them.

const leadlight_seal = {
  // In the order of ports::Sealer::Fault.
  fault: { none: 0, not_offered: 1, wrong: 2, broken: 3, newer: 4, too_large: 5 },
  rounds: 600000,
  most_rounds: 10000000,  // a file can't make the page hang

  /** @typedef {{format: string, version: number, kdf: string, rounds: number, salt: string, cipher: string, iv: string, packed: string, data: string}} Sealed */

  /** @param {number} size */
  random: (size) => crypto.getRandomValues(new Uint8Array(size)),

  /** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
  base64: (bytes) => new Promise((resolve, reject) => {
    const reader = new FileReader();  // in one go, however long
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  }),

  /** @param {string} text */
  bytes: (text) => {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  },

  /** What is authenticated beside the data: all that stands beside it. @param {Sealed} sealed */
  header: ({ format, version, kdf, rounds, salt, cipher, iv, packed }) =>
    new TextEncoder().encode([format, version, kdf, rounds, salt, cipher, iv, packed].join('\n')),

  /** @param {string} passphrase @param {Uint8Array<ArrayBuffer>} salt @param {number} rounds */
  key: async (passphrase, salt, rounds) => {
    // However its letters were composed by the keyboard.
    const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material,
      { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  },

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {ReadableWritablePair<any, any>} transform */
  through: async (bytes, transform) =>
    new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer()),

  /** @param {Uint8Array<ArrayBuffer>} text @param {string} passphrase @returns {Promise<string>} */
  seal: async (text, passphrase) => {
    const { base64, header, key, random, rounds, through } = leadlight_seal;
    const packs = typeof CompressionStream !== 'undefined';
    const [salt, iv] = [random(16), random(12)];
    /** @type {Sealed} */
    const sealed = {
      format: 'leadlight-sealed', version: 1, kdf: 'PBKDF2-HMAC-SHA256', rounds, salt: await base64(salt),
      cipher: 'AES-256-GCM', iv: await base64(iv), packed: packs ? 'gzip' : 'none', data: '',
    };
    const plain = packs ? await through(text, new CompressionStream('gzip')) : text;
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: header(sealed) },
      await key(passphrase, salt, rounds), plain);
    sealed.data = await base64(new Uint8Array(data));
    return JSON.stringify(sealed);
  },

  /** What is in the file, or why nobody may know. @param {string} text @param {string} passphrase @returns {Promise<Uint8Array | number>} */
  open: async (text, passphrase) => {
    const { bytes, fault, header, key, most_rounds, rounds: least_rounds, through } = leadlight_seal;
    let sealed, salt, iv, data;
    try {
      sealed = /** @type {Sealed} */ (JSON.parse(text));
      if (sealed.format === 'leadlight-sealed' && Number.isInteger(sealed.version) && sealed.version > 1) return fault.newer;
      [salt, iv, data] = [bytes(sealed.salt), bytes(sealed.iv), bytes(sealed.data)];
    } catch {
      return fault.broken;
    }
    const { format, version, kdf, rounds, cipher, packed } = sealed;
    if (format !== 'leadlight-sealed' || version !== 1 || kdf !== 'PBKDF2-HMAC-SHA256' || cipher !== 'AES-256-GCM' || salt.length !== 16
      || iv.length !== 12 || !Number.isInteger(rounds) || rounds < least_rounds || rounds > most_rounds || !['gzip', 'none'].includes(packed) || data.length < 16) {  // the tag alone
      return fault.broken;
    }
    let plain;
    try {
      plain = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: header(sealed) },
        await key(passphrase, salt, rounds), data));
    } catch {
      return fault.wrong;
    }
    if (packed === 'none') return plain;
    // Its length stands at the end of what gzip has packed.
    const size = new DataView(plain.buffer).getUint32(plain.length - 4, true);
    if (!leadlight_files.fits(/** @type {File} */ ({ size }))) return fault.too_large;
    return through(plain, new DecompressionStream('gzip'));
  },

  /** @param {number} self @param {number} ticket @param {() => Promise<Uint8Array | number>} work */
  answer: (self, ticket, work) => {
    const { fault } = leadlight_seal;
    const tell = (/** @type {Uint8Array | number} */ found) => {
      const is_fault = typeof found === 'number';
      leadlight_border.lend_bytes(is_fault ? new Uint8Array() : found, (text, size) =>
        _leadlight_seal_answered(self, ticket, is_fault ? found : fault.none, text, size));
    };
    if (typeof crypto.subtle === 'undefined') tell(fault.not_offered);
    else work().then(tell).catch((error) => tell(error instanceof TypeError ? fault.broken : fault.too_large));
  },
};

addToLibrary({
  $leadlight_seal: leadlight_seal,
  $leadlight_seal__deps: ['$leadlight_border', '$leadlight_files'],

  leadlight_seal_seal__deps: ['$leadlight_seal'],
  /** @param {number} self @param {number} ticket @param {number} text @param {number} size @param {number} passphrase @param {number} passphrase_size */
  leadlight_seal_seal: (self, ticket, text, size, passphrase, passphrase_size) => {
    const [plain, typed] = [leadlight_border.bytes(text, size).slice(), leadlight_border.text(passphrase, passphrase_size)];
    leadlight_seal.answer(self, ticket, async () => new TextEncoder().encode(await leadlight_seal.seal(plain, typed)));
  },

  leadlight_seal_open__deps: ['$leadlight_seal'],
  /** @param {number} self @param {number} ticket @param {number} text @param {number} size @param {number} passphrase @param {number} passphrase_size */
  leadlight_seal_open: (self, ticket, text, size, passphrase, passphrase_size) => {
    const [sealed, typed] = [leadlight_border.text(text, size), leadlight_border.text(passphrase, passphrase_size)];
    leadlight_seal.answer(self, ticket, () => leadlight_seal.open(sealed, typed));
  },
});

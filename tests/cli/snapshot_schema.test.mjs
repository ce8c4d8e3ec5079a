// What the command line writes is what docs/snapshot.schema.json says, by a validator that is not ours.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const native = join(root, 'build/native/leadlight');
const wasm = join(root, 'build/wasm-test/leadlight-cli.mjs');
const program = existsSync(wasm) ? [process.execPath, wasm] : [native];
const skip = existsSync(wasm) || existsSync(native) ? false : 'the command line is not built: make cli';

/** @param {string[]} words */
function leadlight(...words) {
  const { status, stdout, stderr } = spawnSync(program[0], [...program.slice(1), ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

const schema = JSON.parse(readFileSync(join(root, 'docs/snapshot.schema.json'), 'utf8'));
const ajv = new Ajv2020.default({ allErrors: true, formats: { 'date-time': (/** @type {string} */ text) => !Number.isNaN(Date.parse(text)) } });
const validate = ajv.compile(schema);
/** @param {unknown} data @returns {boolean} */
const is_valid = (data) => validate(data);

test('snapshots match their schema', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-schema-'));
  try {
    const book = join(folder, 'book.json');
    writeFileSync(join(folder, 'a.csv'), 'ID,Name,Email,Stage,Tags,Note\n1,Ana "Quote" Größe,ana@b.example,won,"vip, tea","two\nlines"\n2,,,mql,,\n');
    writeFileSync(join(folder, 'b.csv'), 'ID,Email\n1,new@b.example\n');
    leadlight('import', join(folder, 'a.csv'), '--into', book, '--json');
    leadlight('import', join(folder, 'b.csv'), '--into', book, '--json');
    const snapshot = JSON.parse(readFileSync(book, 'utf8'));
    assert.ok(is_valid(snapshot), JSON.stringify(validate.errors));
    assert.equal(snapshot.operations.length, 2);
    assert.deepEqual(Object.keys(snapshot.operations[1].records[0].replaces), ['email']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the schema refuses what is no snapshot', () => {
  for (const wrong of [[], {}, { format: 'leadlight-snapshot', version: 2, operations: [] },
    { format: 'leadlight-snapshot', version: 1, operations: [{ at: 'x', records: [] }] }]) {
    assert.equal(is_valid(wrong), false);
  }
});

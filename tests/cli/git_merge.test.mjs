// The merge driver of README in a real repository: two branches, one book, git merge.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const native = join(root, 'build/native/leadlight');
const wasm = join(root, 'build/wasm-test/leadlight-cli.mjs');
const program = existsSync(native) ? [native] : [process.execPath, wasm];
const skip = existsSync(wasm) || existsSync(native) ? false : 'the command line is not built: make cli';

/** The command of README, with this build in place of the installed program. */
const [, attributes, driver] = /```\n(book\.json merge=leadlight)\ngit config merge\.leadlight\.driver "leadlight (.*)"\n```/
  .exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? assert.fail('README says how to configure git');

/** A repository with the driver, and a book with one lead on branch main. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-git-'));
  /** @param {string[]} words */
  const run = (...words) => spawnSync(words[0], words.slice(1), {
    cwd: folder, encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: folder },
  });
  const done = (/** @type {string[]} */ ...words) => {
    const { status, stdout, stderr } = run(...words);
    assert.equal(status, 0, `${words.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  };
  const git = (/** @type {string[]} */ ...words) => done('git', ...words);
  const leadlight = (/** @type {string[]} */ ...words) => done(...program, ...words);
  const file = (/** @type {string} */ name) => join(folder, name);
  const imports = (/** @type {string} */ csv) => {
    writeFileSync(file('rows.csv'), csv);
    leadlight('import', 'rows.csv', '--into', 'book.json');
    rmSync(file('rows.csv'));
  };
  const commit = () => { git('add', '-A'); git('commit', '-q', '-m', 'A change'); };
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ana');
  git('config', 'user.email', 'ana@example.org');
  git('config', 'merge.leadlight.driver', `${program.map((word) => `'${word}'`).join(' ')} ${driver}`);
  writeFileSync(file('.gitattributes'), `${attributes}\n`);
  return { folder, run, git, leadlight, file, imports, commit, close: () => rmSync(folder, { recursive: true }) };
}

test('git merges two branches of a book, conflicting fields too', { skip }, () => {
  const { run, git, leadlight, file, imports, commit, close } = repository();
  try {
    imports('ID,Name,City\n1,Ana,Ulm\n');
    commit();
    git('checkout', '-q', '-b', 'ben');
    imports('ID,City\n1,Kiel\n');
    imports('ID,Name\n2,Ben\n');
    commit();
    writeFileSync(file('.git/ben.json'), readFileSync(file('book.json')));
    git('checkout', '-q', 'main');
    imports('ID,City\n1,Bonn\n');
    imports('ID,Name\n3,Cem\n');
    commit();
    writeFileSync(file('.git/ana.json'), readFileSync(file('book.json')));

    const merge = run('git', 'merge', '-q', '--no-edit', 'ben');
    assert.equal(merge.status, 0, merge.stdout + merge.stderr);
    assert.equal(git('status', '--porcelain'), '', 'no conflict, nothing left behind');
    assert.deepEqual(readdirSync(file('.')).sort(), ['.git', '.gitattributes', 'book.json']);
    leadlight('merge', '.git/ana.json', '.git/ben.json', '--output', '.git/both.json');
    assert.deepEqual(readFileSync(file('book.json')), readFileSync(file('.git/both.json')));
    assert.match(leadlight('check', 'book.json'), /3 leads, 5 operations/);
  } finally {
    close();
  }
});

test('a book that both branches added has no ancestor, and merges all the same', { skip }, () => {
  const { git, leadlight, imports, commit, close } = repository();
  try {
    commit();
    git('checkout', '-q', '-b', 'ben');
    imports('Name\nBen\n');
    commit();
    git('checkout', '-q', 'main');
    imports('Name\nAna\n');
    commit();
    git('merge', '-q', '--no-edit', 'ben');
    assert.match(leadlight('check', 'book.json'), /2 leads, 2 operations/);
  } finally {
    close();
  }
});

test('a damaged book is a conflict for git, and stays as it was', { skip }, () => {
  const { run, git, file, imports, commit, close } = repository();
  try {
    imports('Name\nAna\n');
    commit();
    git('checkout', '-q', '-b', 'ben');
    writeFileSync(file('book.json'), '{"format":"leadlight-snapshot","version":1,"operations":[');
    commit();
    git('checkout', '-q', 'main');
    imports('Name\nCem\n');
    commit();
    const before = readFileSync(file('book.json'));
    const merge = run('git', 'merge', '-q', '--no-edit', 'ben');
    assert.equal(merge.status, 1);
    assert.match(merge.stderr, /cut/);
    assert.deepEqual(readFileSync(file('book.json')), before);
  } finally {
    close();
  }
});

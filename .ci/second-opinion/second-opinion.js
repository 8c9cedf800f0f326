'use strict';
// Holds Microsoft's binder against Ashlar's: columns and types of every content query and of the shared corpora.
// usage: node second-opinion.js ASHLAR [SHARED] [REFERENCE]   (the launcher, the shared folder, random queries with expected columns)
const fs = require('fs');
const os = require('os');
const path = require('path');
const { spawnSync } = require('child_process');
const { state, bind, bindArg, spelling } = require('./binder.js');

const [ashlar, shared, reference] = process.argv.slice(2);
const root = path.join(__dirname, '..', '..');
const lines = text => text.split('\n').filter(l => l.trim()).map(l => JSON.parse(l));
const read = file => fs.existsSync(file) ? lines(fs.readFileSync(file, 'utf8')) : [];

function run(args) {
  const done = spawnSync(ashlar, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  if (![0, 1, 2].includes(done.status)) throw new Error(`${ashlar} ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

function* files(folder, wanted) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(at, wanted);
    else if (wanted(entry.name)) yield at;
  }
}

/** Content first (must bind on both sides), then the corpora. */
function items() {
  const all = [];
  for (const file of files(path.join(root, 'content'), n => n === 'query.kql' || n === 'control.yaml')) {
    const id = path.relative(root, file).split(path.sep).join('/');
    const dialect = id.startsWith('content/detections/') ? 'log-analytics' : 'arg';
    const text = fs.readFileSync(file, 'utf8');
    if (file.endsWith('.kql')) all.push({ id, query: text, dialect, set: 'content' });
    const scope = /^scope: *(.+)$/m.exec(text);
    if (file.endsWith('.yaml') && scope) all.push({ id: id + '#scope', query: unquote(scope[1]), dialect, set: 'content' });
  }
  if (shared) {
    for (const q of read(path.join(shared, 'conformance', 'queries.jsonl'))) {
      all.push({ id: `${q.source}/${q.name}`, query: q.query, dialect: q.dialect, tables: q.tables, set: q.dialect });
    }
    for (const q of read(path.join(shared, 'conformance', 'kql-docs.jsonl'))) {
      all.push({ id: `docs/${q.id}`, query: q.query, dialect: 'log-analytics', tables: {}, set: q.core ? 'docs-core' : 'docs-other' });
    }
  }
  return all;
}

const unquote = text => /^'.*'$/.test(text) ? text.slice(1, -1).replace(/''/g, "'") : /^".*"$/.test(text) ? JSON.parse(text) : text;

// Ids in a corpus are not always unique; the running number is.
const all = items();
const batch = all.map((q, n) => JSON.stringify({ id: String(n), query: q.query, dialect: q.dialect, ...(q.tables ? { tables: q.tables } : {}) })).join('\n');
const input = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'second-opinion-')), 'batch.jsonl');
fs.writeFileSync(input, batch + '\n');
const answers = new Map(lines(run(['query', '--batch', input, '--check'])).map(a => [a.id, a]));
fs.rmSync(path.dirname(input), { recursive: true });
const catalogue = Object.fromEntries(lines(run(['query', '--tables'])).map(t => [t.name, t.columns]));
const ours = state(catalogue);
const names = spelling(catalogue);

const known = JSON.parse(fs.readFileSync(path.join(__dirname, 'known.json'), 'utf8'));
const explained = new Map(known.map(k => [k.id, k]));
const used = new Set();
const counts = {};
const failures = [];
const notes = [];
const shown = columns => columns.map(c => `${c.name}:${c.type}`).join(', ');

all.forEach((q, n) => {
  const count = counts[q.set] ??= { queries: 0, agree: 0, differ: 0, explained: 0, 'only ours': 0, 'only theirs': 0, 'both refuse': 0 };
  count.queries++;
  const theirs = q.dialect === 'arg' ? bindArg(q.query, ours, names) : bind(q.query, q.tables ? state(q.tables) : ours);
  const answer = answers.get(String(n));
  if (!answer) {
    failures.push(`${q.id}: ashlar gave no answer`);
    return;
  }
  const refused = answer.error !== undefined;
  const columns = refused ? [] : answer.columns.map((name, i) => ({ name, type: answer.types[i] }));
  const accepted = theirs.errors.length === 0 && theirs.columns !== null;
  let difference = null;
  if (refused && accepted) {
    count['only theirs']++;
    if (q.set === 'content') difference = `refused by Ashlar: ${answer.error.message}`;
  } else if (!refused && !accepted) {
    count['only ours']++;
    difference = `refused by Microsoft's binder: ${theirs.errors.map(e => `${e.code} ${e.message}`)[0]}`;
  } else if (refused) {
    count['both refuse']++;
  } else if (shown(columns) === shown(theirs.columns)) {
    count.agree++;
  } else {
    count.differ++;
    difference = `columns differ\n    ashlar:    ${shown(columns)}\n    microsoft: ${shown(theirs.columns)}`;
  }
  if (!difference) return;
  if (explained.has(q.id)) {
    used.add(q.id);
    count.explained++;
  } else if (q.set === 'content' || difference.startsWith('columns')) {
    failures.push(`${q.id}: ${difference}`);
  } else {
    notes.push(`${q.id}: ${difference}`);
  }
});

if (reference) {
  const count = counts.reference = { queries: 0, agree: 0 };
  for (const q of read(reference)) {
    count.queries++;
    const theirs = bind(q.query, state(q.tables));
    if (theirs.errors.length === 0 && shown(theirs.columns) === shown(q.columns)) count.agree++;
    else failures.push(`${q.id}: the reference evaluator and Microsoft's binder differ\n    ${q.query}`);
  }
}

for (const k of known) {
  if (!used.has(k.id) && (shared || k.id.startsWith('content/'))) failures.push(`${k.id}: explained in known.json, but there is no such difference any more`);
}

console.table(counts);
for (const note of notes) console.log('note  ' + note);
for (const failure of failures) console.log('FAIL  ' + failure);
console.log(failures.length === 0 ? 'second opinion: agreed' : `second opinion: ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);

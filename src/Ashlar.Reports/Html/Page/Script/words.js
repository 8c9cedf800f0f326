const data = JSON.parse(document.getElementById('data').textContent);
const SEVERITY = ['info', 'low', 'medium', 'high', 'critical'];
const PAGE = 20;
const root = document.documentElement;
const $ = id => document.getElementById(id);

// Names come from a tenant: they reach the page as text only, and characters that hide or reverse text become visible.
const clean = text => String(text).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '\ufffd');
function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : clean(value));
  }
  node.append(...children.flat(9).filter(c => c !== null && c !== undefined && c !== false).map(c => c instanceof Node ? c : clean(c)));
  return node;
}

const number = n => n.toLocaleString('en');
const many = (n, one, more) => `${number(n)} ${n === 1 ? one : more || one + 's'}`;
const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);
const regions = new Map(data.resources.map((id, i) => [id, data.regions[i]]));
const nameOf = id => id.replace(/\/+$/, '').split('/').pop();
const after = (id, word) => { const parts = id.split('/'); const at = parts.findIndex(p => p.toLowerCase() === word); return at >= 0 ? parts[at + 1] || '' : ''; };
const shortId = id => /^[0-9a-f]{8}-/i.test(id) ? `${id.slice(0, 8)}…` : id;
const shortType = type => type.replace(/^microsoft\./, '');
const severity = (level, word) => h('span', { class: 'sev ' + SEVERITY[level] },
  h('span', { 'aria-hidden': 'true' }, [1, 2, 3, 4].map(n => h('i', { class: n <= level ? 'on' : '' }))), word || SEVERITY[level]);

// What stands in many rows is written once: rows hold its position. An id is a stem and the rest.
function T(i) {
  const text = data.texts[i];
  return typeof text === 'string' ? text : (data.texts[i] = data.stems[text[0]] + text[1]);
}
function lazily(make) {
  const made = new Map();
  return w => { if (!made.has(w)) made.set(w, make(w)); return made.get(w); };
}
const runsAsOf = lazily(w => w.runAs.map(([holder, identity]) => ({ holder: T(holder), identity: T(identity) })));
const accessOf = lazily(w => w.access.map(([can, title, who, later, complete, missing]) => ({ can: T(can), title: T(title), who: T(who), later: T(later), complete: complete === 1, missing: missing.map(T) })));
const membersOf = lazily(w => w.members.map(([id, type, role, via, by, shared, seen]) => ({ id: T(id), type: T(type), role: T(role), via: T(via), by: T(by), shared: shared === 1, seen: seen === 1 })));
const evidenceOf = f => { const all = []; for (let i = 0; i < f.e.length; i += 2) all.push([T(f.e[i]), data.values[f.e[i + 1]]]); return all; };
const workloads = new Map(data.workloads.map(w => [w.index, w]));
const subscriptionName = new Map(data.inventory.subscriptions.map(s => [s.id.toLowerCase(), s.name || shortId(s.id)]));
const controls = data.controls;
const failing = controls.filter(c => c.fail > 0);
const totals = { fail: sum(controls, c => c.fail), unknown: sum(controls, c => c.unknown), checks: data.seen.checks, answered: data.seen.answered };
const urgency = (a, b) => b.worst - a.worst || (a.worst < 0 ? b.severity - a.severity : 0) || b.fail - a.fail || b.unknown - a.unknown || (a.id < b.id ? -1 : 1);
controls.sort(urgency);
failing.sort(urgency);

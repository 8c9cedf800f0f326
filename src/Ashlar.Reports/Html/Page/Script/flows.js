// ---- how data moves
const people = (n, any) => any ? 'anyone' : n === null || n === undefined ? 'not known' : number(n);
const regionWords = f => f.tenant ? 'leaves the tenant' : f.region === null ? 'not known' : f.region ? `${f.fromRegion || '?'} to ${f.processing && f.processing !== 'region' ? (f.processing === 'global' ? 'anywhere (global model)' : 'its data zone') : f.toRegion || '?'}` : 'stays';
const endName = id => id === '' ? 'not known' : id.startsWith('/') ? nameOf(id) : id;
// Nearly everything is logged: where much moves, the lines to the logs would hide the rest.
const CROWDED = 12;
const isLog = f => f.kind === 'log' || f.kind === 'export';
function flowsOf(w, withLogs) {
  const list = w.flows.map(flow);
  const logs = list.filter(isLog).length;
  const all = withLogs || list.length <= CROWDED || logs === list.length;
  const nodes = new Map(), edges = new Map();
  const box = (id, type, f, source) => {
    const key = (id || `unknown:${source}`).toLowerCase();
    if (!nodes.has(key)) nodes.set(key, { id: key, title: endName(id), kind: id ? kindOf(id, type) : '', full: id });
    const node = nodes.get(key);
    if (source && f.label && !node.label) { node.label = f.label; node.kind += `, ${f.label}`; }
    if (source && f.anyWrites && !node.open) { node.open = true; node.kind = `anyone writes, ${node.kind}`; node.class = 'weakly'; }
    return key;
  };
  for (const f of list) {
    if (!all && isLog(f)) continue;
    const from = box(f.from, f.fromType, f, true), to = box(f.to, f.toType, f, false);
    if (from === to) continue;
    const there = from + '\n' + to, back = to + '\n' + from;
    if (edges.has(back)) edges.get(back).both = true;
    else if (!edges.has(there)) edges.set(there, { from, to, flows: [] });
    edges.get(edges.has(back) ? back : there).flows.push(f);
  }
  for (const edge of edges.values()) {
    const kinds = [...new Set(edge.flows.map(f => f.kind))];
    edge.dashed = edge.flows.some(f => f.region || f.tenant);
    edge.label = `${edge.dashed ? '↗ ' : ''}${kinds.length === 2 ? kinds.map(spaced).join(', ') : spaced(kinds[0])}${kinds.length > 2 ? ` +${kinds.length - 1}` : ''}`;
    edge.says = edge.flows.map(f => `${endName(f.from)} to ${endName(f.to)}: ${spaced(f.kind)}, region ${regionWords(f)}.`).join(' ');
  }
  const rows = list.map(f => h('tr', {}, h('td', {}, spaced(f.kind)), h('td', { title: f.from }, endName(f.from)), h('td', { title: f.to }, endName(f.to)), h('td', { class: f.anyWrites ? 'weak' : '' }, people(f.writers, f.anyWrites)), h('td', { class: f.anyReads ? 'weak' : '' }, people(f.readers, f.anyReads)),
    h('td', {}, regionWords(f)), h('td', { title: f.labelSource }, f.label || '-'), h('td', {}, f.auth), h('td', { title: f.via }, endName(f.via), ' ', h('code', {}, f.viaPath), f.missing.length ? h('div', { class: 'soft small' }, f.missing.join(' ')) : null)));
  const table = h('table', { class: 'evidence flows' }, h('thead', {}, h('tr', {}, ['How', 'From', 'To', 'Can write the source', 'Can read the end', 'Region', 'Class', 'Shown by', 'Stated at'].map(t => h('th', {}, t)))), h('tbody', {}, rows));
  const listed = h('details', { class: 'listed' }, h('summary', {}, `The same as a table, with who writes and reads: ${many(list.length, 'flow')}`), h('div', { class: 'drawing' }, table));
  const image = draw({
    title: `How data moves through ${w.name}`, nodes: [...nodes.values()], edges: [...edges.values()], summary: `${many(list.length, 'flow')}; the table after the drawing lists them.`,
    open: edge => { listed.open = true; const at = new Set(edge.flows); rows.forEach((row, i) => row.classList.toggle('chosen', at.has(list[i]))); const first = rows[list.findIndex(f => at.has(f))]; if (first) first.scrollIntoView({ block: 'nearest' }); },
  });
  return [h('h4', { class: 'on-paper' }, workloadName(w)), image, h('p', { class: 'key' }, h('span', {}, 'Dashed and ↗: leaves its region or its tenant.'), all && !withLogs ? null : h('label', {}, h('input', { type: 'checkbox', checked: withLogs, onchange: e => $('flows-drawn').replaceChildren(...flowsOf(w, e.target.checked).filter(Boolean)) }), ` Draw ${many(logs, 'flow')} to logs too`)), listed, w.flowsMore ? h('p', { class: 'soft' }, `${many(w.flowsMore, 'flow')} more: ashlar query "DataFlows | where WorkloadIds has '${w.id}'"`) : null];
}
function flowMap() {
  const moving = data.workloads.filter(w => w.flows.length);
  if (!moving.length) { $('flows').remove(); return; }
  const select = $('flows-of');
  select.append(...moving.map(w => h('option', { value: w.index }, `${workloadName(w)}: ${many(w.flows.length + (w.flowsMore || 0), 'flow')}`)));
  select.addEventListener('change', () => showFlows(Number(select.value)));
  showFlows(moving[0].index);
}
function showFlows(index) {
  $('flows-of').value = index;
  $('flows-drawn').replaceChildren(...flowsOf(workloads.get(index)).filter(Boolean));
}

// ---- attack paths
const START = { internet: 'the internet', anyTenant: 'any Azure tenant', anyUser: 'any user', guest: 'a guest', federation: 'an outside federation', staleCredential: 'a stale credential', leakedCredential: 'a leaked credential', poisonedDocument: 'a poisoned document' };
const GOAL = { useModel: 'use the model', takeModel: 'take the model', changeFilter: 'change the filter', readData: 'read the data', poisonData: 'poison the data', readPrompts: 'read prompts', readSecrets: 'read secrets', runCode: 'run code', controlWorkload: 'control the workload', controlTenant: 'control the tenant', blindLogs: 'blind the logs' };
const STEP = { 'take-identity': 'acts as', 'act-as': 'gets tokens of', 'run-code': 'runs code', 'read-keys': 'reads keys', 'use-key': 'uses the key', 'grant-access': 'gives access', 'read-connections': 'reads credentials', 'change-filter': 'changes filter', manage: 'changes it', invoke: 'calls', 'change-gateway': 'rewrites gateway', 'change-network': 'opens network', connect: 'connects', rule: 'controls' };
const startWords = p => START[p.start] || spaced(p.start);
const wholeSubscription = p => p.goal === 'controlTenant' && /^\/subscriptions\/[^/]+$/i.test(p.target);
const goalWords = p => wholeSubscription(p) ? 'control the subscription' : GOAL[p.goal] || spaced(p.goal);
const targetWords = p => p.targetName && !/^[0-9a-f]{8}-/i.test(p.targetName) ? p.targetName : p.target ? shownName(p.target) : '';
const pathWords = p => `${startWords(p)}${p.startName ? `, ${p.startName}` : ''} → ${goalWords(p)}${targetWords(p) ? ` (${targetWords(p)})` : ''}`;
const hops = p => p.steps.length - 1;

function proofs(list) {
  return h('table', { class: 'evidence proofs' }, h('thead', {}, h('tr', {}, ['Table', 'Row', 'Setting', 'Value'].map(t => h('th', {}, t)))),
    h('tbody', {}, list.map(p => h('tr', {}, h('td', {}, h('code', {}, p.table)), h('td', {}, h('code', {}, p.id)), h('td', {}, h('code', {}, p.path)), h('td', {}, h('code', {}, p.value === '' ? '(empty)' : p.value))))));
}
const stateTag = state => state === 'active' ? null : [' ', h('span', { class: 'tag' }, state === 'unknown' ? 'not known' : state)];
function stepList(p) {
  return h('ol', { class: 'steps', start: 0 }, p.steps.map(one => h('li', {}, one.says, stateTag(one.state), one.proofs.length ? proofs(one.proofs) : h('p', { class: 'soft small' }, 'Follows from the step before.'))));
}
function pathItem(p) {
  const node = h('details', { class: 'path' }, h('summary', {}, severity(p.level), h('span', {}, pathWords(p), stateTag(p.state)), h('span', { class: 'soft num' }, many(hops(p), 'hop'))));
  node.fill = () => {
    if (node.childElementCount > 1) return;
    node.append(h('div', { class: 'path-in' }, stepList(p),
      p.missing.length ? h('p', { class: 'soft small' }, 'Not everything was read: ', p.missing.join(' ')) : null,
      h('p', { class: 'soft small' }, h('code', {}, p.id), `, score ${p.score}`, p.similar ? `, ${many(p.similar, 'other start or end', 'other starts or ends')} like it folded into this one` : '')));
  };
  node.addEventListener('toggle', () => { if (node.open) node.fill(); });
  return node;
}

/** Boxes and hops of several paths; what two of them share is drawn once. */
function pathGraph(list) {
  const nodes = new Map(), edges = new Map();
  const box = (id, of) => { const key = id.toLowerCase(); if (!nodes.has(key)) nodes.set(key, { id: key, ...of() }); return key; };
  for (const p of list) {
    const met = new Map();
    let last = box('start:' + p.start, () => ({ title: startWords(p), kind: 'start', class: 'start' }));
    p.steps.forEach((one, i) => {
      const ends = i === p.steps.length - 1;
      // An application and the identity it signs in as are two objects: a step that goes on from the second goes on from the first.
      let from = !one.from || i === 0 ? last : met.get(one.from.toLowerCase()) || last;
      const id = ends && (!one.to || one.to.toLowerCase() === one.from.toLowerCase()) ? p.target : one.to || p.target;
      const to = box(id, () => ({ title: id === p.target ? targetWords(p) : shownName(id), kind: kindOf(id, one.toType), full: id }));
      met.set(id.toLowerCase(), to);
      if (one.from) met.set(one.from.toLowerCase(), met.get(one.from.toLowerCase()) || from);
      if (ends) { const goal = nodes.get(to); goal.class = 'goal'; (goal.goals = goal.goals || new Set()).add(goalWords(p)); goal.kind = `▸ ${goal.goals.size > 1 ? `${cut([...goal.goals][0], 16)} +${goal.goals.size - 1}` : cut([...goal.goals][0], 20)}`; goal.full = `${id}: ${[...goal.goals].join(', ')}`; }
      if (from === to) from = last;
      last = to;
      if (from === to) return;
      const key = from + '\n' + to;
      if (!edges.has(key)) edges.set(key, { from, to, steps: new Map(), paths: new Set() });
      edges.get(key).steps.set(one.says, one);
      edges.get(key).paths.add(p);
    });
  }
  for (const edge of edges.values()) {
    const all = [...edge.steps.values()];
    const word = STEP[all[0].kind] || (START[all[0].kind] ? 'starts' : spaced(all[0].kind));
    edge.dashed = all.every(one => one.state !== 'active');
    edge.label = (edge.dashed ? '? ' : '') + (all.length > 1 ? `${cut(word, 14)} +${all.length - 1}` : word);
    edge.says = `${all.map(one => one.says).join(' ')} In ${many(edge.paths.size, 'path')}. Enter shows the proof.`;
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function pathsOf(w) {
  const list = w.paths.map(path);
  const { nodes, edges } = pathGraph(list);
  const panel = h('div', { class: 'proof', role: 'status' }, h('p', { class: 'soft' }, 'Choose a hop in the drawing (Tab, then Enter) to see what proves it.'));
  const image = draw({
    title: `Attack paths of ${w.name}`, nodes, edges,
    summary: `${many(list.length, 'path')} from ${many(new Set(list.map(p => p.start)).size, 'kind of start', 'kinds of start')}, in ${many(edges.length, 'hop')}. The list after the drawing says the same in sentences.`,
    open: edge => panel.replaceChildren(...[...edge.steps.values()].flatMap(one => [h('h4', {}, one.says, stateTag(one.state)), one.proofs.length ? proofs(one.proofs) : h('p', { class: 'soft' }, 'Follows from the step before.')]),
      h('p', { class: 'soft small' }, `In ${many(edge.paths.size, 'path')}: `, [...edge.paths].map(pathWords).slice(0, 5).join('; '), edge.paths.size > 5 ? '; …' : '')),
  });
  const items = list.map(p => {
    const item = pathItem(p);
    const light = on => () => edges.forEach(edge => edge.drawn.classList.toggle('dim', on && !edge.paths.has(p)));
    item.addEventListener('mouseenter', light(true)); item.addEventListener('mouseleave', light(false));
    item.addEventListener('focusin', light(true)); item.addEventListener('focusout', light(false));
    return h('li', {}, item);
  });
  return [h('h4', { class: 'on-paper' }, workloadName(w)), image, panel, h('ol', { class: 'plain path-list' }, items),
    w.pathCount > list.length ? h('p', { class: 'soft' }, `The ${number(list.length)} worst of ${many(w.pathCount, 'path')}. All: ashlar paths --to ${w.id}`) : null];
}

const crossed = data.workloads.filter(w => w.paths.length).sort((a, b) => path(b.paths[0]).score - path(a.paths[0]).score || b.pathCount - a.pathCount);
const workloadName = w => w.environment ? `${w.name} (${w.environment})` : w.name;
function paths() {
  if (!data.picture.pathCount) {
    const missing = [...new Set(data.workloads.flatMap(w => w.fall ? w.fall.missing.map(T) : []))];
    $('paths-lead').textContent = !data.workloadCount ? 'No AI workload, so no path to one.' : missing.length ? `None found, and not everything was read: ${missing.slice(0, 3).join(' ')}` : data.workloads.some(w => w.fall) ? 'No attack path in what was read.' : 'Attack paths were not worked out.';
    $('paths-tools').remove();
    return;
  }
  const select = $('paths-of');
  select.append(...crossed.map(w => h('option', { value: w.index }, `${workloadName(w)}: ${many(w.pathCount, 'path')}`)));
  select.addEventListener('change', () => showPaths(Number(select.value)));
  if (crossed.length) showPaths(crossed[0].index);
  else $('paths-tools').remove();
}
function showPaths(index) {
  $('paths-of').value = index;
  $('paths-drawn').replaceChildren(...pathsOf(workloads.get(index)).filter(Boolean));
}
// On paper nothing can be chosen: every path that fits, in sentences with its proof.
const PRINTED = 40;
function printPaths(on) {
  const all = data.picture.paths.map((_, i) => path(i));
  const items = on ? all.slice(0, PRINTED).map(p => h('li', {}, h('h4', {}, severity(p.level), ' ', pathWords(p), stateTag(p.state)), stepList(p))) : [];
  $('paths-print').replaceChildren(...items.length ? [h('ol', { class: 'plain' }, items)] : []);
  if (on && data.picture.pathCount > items.length) $('paths-print').append(h('p', { class: 'soft' }, `The ${number(items.length)} worst of ${many(data.picture.pathCount, 'path')}; all by: ashlar paths`));
}

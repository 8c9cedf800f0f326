// ---- from where it can be reached
const doorWords = d => d.inbound === 'unknown' && d.atLeast !== 'unknown' && d.atLeast !== 'nowhere' ? `${laneWords.get(d.atLeast) || d.atLeast} or wider` : laneWords.get(d.inbound) || 'not known';
const SAYS = { opens: '+ opens', limits: '~ limits', closes: '− closes', unknown: '? not known' };
const OUTBOUND = { internet: 'the internet', approved: 'named destinations alone', network: 'its networks alone', nowhere: 'nowhere', unknown: 'not known' };
// The doors of one resource mostly stand and fall by the same settings: they are told once.
function doorDetails(list) {
  const alike = new Map();
  for (const d of list.map(door)) {
    const key = JSON.stringify([d.id.toLowerCase(), d.inbound, d.atLeast, d.outbound, d.legs, d.missing]);
    if (!alike.has(key)) alike.set(key, []);
    alike.get(key).push(d);
  }
  return [...alike.values()].map(same => doorDetail(same[0], same.map(d => d.name).join(', ')));
}
function doorDetail(d, names) {
  return h('article', { class: 'door' },
    h('h4', {}, names, ' of ', h('span', { title: d.id }, nameOf(d.id)), ': ', doorWords(d)),
    h('span', { class: 'id soft' }, d.id),
    d.outbound ? h('p', { class: 'small' }, 'Its code can reach: ', OUTBOUND[d.outbound] || d.outbound) : null,
    d.legs.length ? h('table', { class: 'evidence legs' }, h('thead', {}, h('tr', {}, ['What decides', 'Setting', 'What would turn it'].map(t => h('th', {}, t)))),
      h('tbody', {}, d.legs.map(l => h('tr', {}, h('td', {}, `${SAYS[l.says] || l.says}: ${spaced(l.leg)}`),
        h('td', {}, l.id.toLowerCase() === d.id.toLowerCase() ? null : [h('span', { title: l.id }, nameOf(l.id)), ' '], h('code', {}, l.path), l.value ? [' = ', h('code', { title: l.value }, l.value.startsWith('/') ? nameOf(l.value) : l.value)] : null), h('td', {}, l.change || '-'))))) : null,
    d.missing.length ? h('ul', { class: 'why' }, d.missing.map(m => h('li', {}, m))) : null);
}
const CHIPS = 36;
function exposureMap() {
  if (!data.picture.doors.length) { $('exposure').remove(); return; }
  const inLane = new Map(lanes.map(([name]) => [name, new Map()]));
  for (const w of data.workloads) {
    for (const i of w.doors) {
      const lane = inLane.get(T(data.picture.doors[i][3])) || inLane.get('unknown');
      if (!lane.has(w)) lane.set(w, []);
      lane.get(w).push(i);
    }
  }
  $('lanes').append(...lanes.map(([name, words]) => {
    const here = [...inLane.get(name)];
    const detail = h('div', { class: 'doors' });
    const chip = ([w, list]) => {
      const kinds = [...new Set(list.map(i => T(data.picture.doors[i][2])))];
      const node = h('button', { type: 'button', 'aria-expanded': 'false', onclick: () => {
        const open = node.getAttribute('aria-expanded') === 'true';
        for (const other of node.parentNode.querySelectorAll('[aria-expanded="true"]')) other.setAttribute('aria-expanded', 'false');
        node.setAttribute('aria-expanded', open ? 'false' : 'true');
        detail.replaceChildren(...open ? [] : doorDetails(list));
      } }, workloadName(w), h('span', { class: 'soft' }, ` ${kinds.slice(0, 3).join(', ')}${kinds.length > 3 ? ' …' : ''}${list.length > 1 ? ` (${number(list.length)})` : ''}`));
      return node;
    };
    const chips = h('div', { class: 'chips' }, here.slice(0, CHIPS).map(chip));
    if (here.length > CHIPS) chips.append(h('button', { type: 'button', class: 'link', onclick: e => { e.target.replaceWith(...here.slice(CHIPS).map(chip)); } }, `and ${number(here.length - CHIPS)} more`));
    if (!here.length) chips.append(h('span', { class: 'soft' }, 'none'));
    return h('div', { class: `lane ${name}` }, h('div', { class: 'lane-name' }, h('b', {}, words), h('span', { class: 'soft' }, many(new Set(here.flatMap(([, list]) => list)).size, 'door'))), h('div', {}, chips, detail));
  }));
  if (data.picture.moreDoors) $('lanes').append(h('p', { class: 'soft' }, `${many(data.picture.moreDoors, 'door')} more: ashlar query "Exposure"`));
}

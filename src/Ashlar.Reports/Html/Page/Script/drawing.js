// ---- a layered graph, left to right: nodes as boxes, hops as labelled lines that can be reached by keyboard
const BOX = 158, TALL = 46, GAP = 132, SLOT = 62;
// Of the way along the first part of a line, where its label stands: near the end at which fewer lines meet.
const NEAR = 0.38, FAR = 0.62, RISE = 0.28;
function s(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, clean(value));
  }
  node.append(...children.flat(9).filter(c => c !== null && c !== undefined && c !== false).map(c => c instanceof Node ? c : clean(c)));
  return node;
}
const cut = (text, most) => { const letters = [...String(text)]; return letters.length <= most ? String(text) : letters.slice(0, most - 1).join('') + '…'; };

// Longest way from where nothing leads to; an edge that would close a circle is drawn, and does not count.
function layer(nodes, edges) {
  const out = new Map(nodes.map(n => [n.id, []]));
  edges.forEach(e => out.get(e.from).push(e));
  const state = new Map(), back = new Set(), order = [];
  const inward = new Set(edges.map(e => e.to));
  for (const root of [...nodes.filter(n => !inward.has(n.id)), ...nodes]) {
    if (state.has(root.id)) continue;
    const stack = [[root.id, 0]];
    state.set(root.id, 1);
    while (stack.length) {
      const top = stack[stack.length - 1];
      const edge = out.get(top[0])[top[1]++];
      if (!edge) { state.set(top[0], 2); order.push(top[0]); stack.pop(); continue; }
      if (state.get(edge.to) === 1) back.add(edge);
      else if (!state.has(edge.to)) { state.set(edge.to, 1); stack.push([edge.to, 0]); }
    }
  }
  const at = new Map(nodes.map(n => [n.id, 0]));
  for (const id of order.reverse()) for (const e of out.get(id)) if (!back.has(e)) at.set(e.to, Math.max(at.get(e.to), at.get(id) + 1));
  return at;
}

// Every layer an edge passes gets a place for it, so that lines do not run through boxes.
function place(nodes, edges, at) {
  const columns = [];
  const put = item => { (columns[item.layer] = columns[item.layer] || []).push(item); return item; };
  const boxes = new Map(nodes.map(n => [n.id, put({ node: n, layer: at.get(n.id), near: [] })]));
  const lines = edges.map(edge => {
    const from = boxes.get(edge.from), to = boxes.get(edge.to), stops = [from];
    for (let l = from.layer + 1; l < to.layer; l++) stops.push(put({ layer: l, near: [] }));
    stops.push(to);
    stops.forEach((stop, i) => { if (i && stop.layer > stops[i - 1].layer) { stop.near.push(stops[i - 1]); stops[i - 1].near.push(stop); } });
    return { edge, stops };
  });
  columns.forEach(column => column.forEach((item, i) => { item.row = i; }));
  for (let round = 0; round < 6; round++) {
    for (const column of round % 2 ? [...columns].reverse() : columns) {
      column.forEach((item, i) => { item.pull = item.near.length ? item.near.reduce((t, n) => t + n.row / columns[n.layer].length, 0) / item.near.length : i / column.length; });
      column.sort((a, b) => a.pull - b.pull);
      column.forEach((item, i) => { item.row = i; });
    }
  }
  const tall = Math.max(...columns.map(c => c.reduce((t, item) => t + (item.node ? SLOT : 26), 0)));
  columns.forEach((column, l) => {
    let y = (tall - column.reduce((t, item) => t + (item.node ? SLOT : 26), 0)) / 2;
    for (const item of column) { const size = item.node ? SLOT : 26; item.x = l * (BOX + GAP) + 1; item.y = y + size / 2 + 4; y += size; }
  });
  return { boxes, lines, width: columns.length * (BOX + GAP) - GAP + 2, height: tall + 8 };
}

function curve(stops, fans) {
  const last = stops[stops.length - 1];
  if (last.layer <= stops[0].layer) {
    const over = Math.min(stops[0].y, last.y) - TALL / 2 - 14;
    return { d: `M${stops[0].x + BOX / 2} ${stops[0].y - TALL / 2}C${stops[0].x + BOX / 2} ${over} ${last.x + BOX / 2} ${over} ${last.x + BOX / 2 + 8} ${last.y - TALL / 2 - 6}`, x: (stops[0].x + last.x + BOX) / 2, y: over + 6, down: true };
  }
  let d = '', label = null;
  stops.slice(1).forEach((to, i) => {
    const from = stops[i], x1 = from.node ? from.x + BOX : from.x + BOX, x2 = to.node ? to.x - 7 : to.x, middle = (x1 + x2) / 2;
    d += `${i ? 'L' : 'M'}${i && !from.node ? from.x : x1} ${from.y}${i && !from.node ? `L${x1} ${from.y}` : ''}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`;
    if (!label) label = fans ? { x: x1 + (x2 - x1) * FAR, y: to.y + (from.y - to.y) * RISE } : { x: x1 + (x2 - x1) * NEAR, y: from.y + (to.y - from.y) * RISE };
  });
  return { d, ...label };
}

/** edges: from, to, label, both (ways), says (for a reader of the screen), dashed, key; open(edge) is called by click, Enter and Space. */
function draw({ title, summary, nodes, edges, open }) {
  const { boxes, lines, width, height } = place(nodes, edges, layer(nodes, edges));
  const leave = new Map(), arrive = new Map();
  edges.forEach(e => { leave.set(e.from, (leave.get(e.from) || 0) + 1); arrive.set(e.to, (arrive.get(e.to) || 0) + 1); });
  const drawn = lines.map(({ edge, stops }) => ({ edge, stops, ...curve(stops, stops.length === 2 && leave.get(edge.from) > arrive.get(edge.to)) }));
  // Labels of one gap make room for each other.
  const gaps = new Map();
  drawn.forEach(line => { const gap = Math.min(line.stops[0].layer, line.stops[line.stops.length - 1].layer); if (!gaps.has(gap)) gaps.set(gap, []); gaps.get(gap).push(line); });
  for (const gap of gaps.values()) {
    gap.sort((a, b) => a.y - b.y).forEach((line, i) => { if (i && line.y < gap[i - 1].y + 21) line.y = gap[i - 1].y + 21; });
  }
  const low = Math.max(height, ...drawn.map(l => l.y + 14)), high = Math.min(0, ...drawn.map(l => l.y - 14));
  const hops = drawn.sort((a, b) => a.stops[0].layer - b.stops[0].layer || a.y - b.y).map(line => {
    const { edge, x, y, d, stops, down } = line;
    const end = stops[stops.length - 1];
    const label = cut(edge.label, 17), wide = [...label].length * 5.9 + 12;
    const act = () => { node.parentNode.querySelectorAll('.on').forEach(n => n.classList.remove('on')); node.classList.add('on'); open(edge); };
    const back = edge.both ? `M${stops[0].x + BOX} ${stops[0].y}l8 -4v8z` : '';
    const tip = down ? `M${end.x + BOX / 2 + 8} ${end.y - TALL / 2 - 1}l-4 -7h8z` : `M${end.x} ${end.y}l-8 -4v8z${back}`;
    const node = s('g', { class: `hop ${edge.dashed ? 'dashed' : ''}`, tabindex: 0, role: 'button', 'aria-label': edge.says, onclick: act, onkeydown: e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); act(); } } },
      s('title', {}, edge.says), s('path', { class: 'line', d }), s('path', { class: 'tip', d: tip }),
      s('rect', { x: x - wide / 2, y: y - 9.5, width: wide, height: 19, rx: 2 }), s('text', { x, y: y + 4, 'text-anchor': 'middle' }, label));
    edge.drawn = node;
    return node;
  });
  const stones = [...boxes.values()].map(({ node, x, y }) => s('g', { class: `stop ${node.class || ''}` }, s('title', {}, `${node.title} ${node.full || ''}`),
    s('rect', { x, y: y - TALL / 2, width: BOX, height: TALL, rx: 2 }),
    s('text', { class: 'name', x: x + 9, y: y - 2 }, cut(node.title, 19)), s('text', { class: 'kind', x: x + 9, y: y + 14 }, cut(node.kind || '', 23))));
  const image = s('svg', { class: width < 1500 ? 'fits' : null, viewBox: `0 ${high} ${width} ${low - high}`, width, height: low - high, role: 'group', 'aria-label': title }, s('title', {}, title), s('desc', {}, summary), hops, stones);
  return h('div', { class: 'drawing', tabindex: 0, role: 'region', 'aria-label': title }, image);
}

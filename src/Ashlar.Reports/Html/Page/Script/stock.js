// ---- everything, counted
const picked = { type: null, region: null, subscription: null };
function stock() {
  const { types, regions, subscriptions, rows } = data.inventory;
  const axes = [['type', 'Type', i => shortType(types[i]) || '(none)'], ['region', 'Region', i => regions[i] || '(none)'], ['subscription', 'Subscription', i => subscriptions[i].name || shortId(subscriptions[i].id)]];
  const tables = axes.map(([axis, title, label], column) => {
    const counts = new Map();
    for (const row of rows) {
      if (axes.every(([other], c) => c === column || picked[other] === null || picked[other] === row[c])) counts.set(row[column], (counts.get(row[column]) || 0) + row[3]);
    }
    const list = [...counts].sort((a, b) => b[1] - a[1] || (label(a[0]) < label(b[0]) ? -1 : 1));
    const most = list.length ? list[0][1] : 1;
    return h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, h('th', {}, `${title} (${number(list.length)})`), h('th', { class: 'num' }, 'Resources'))),
      h('tbody', {}, list.slice(0, 500).map(([key, n]) => {
        const meter = h('i', { class: 'meter' });
        meter.style.width = Math.max(1, 100 * n / most) + '%';
        return h('tr', {}, h('td', {}, h('button', { 'aria-pressed': picked[axis] === key ? 'true' : 'false', title: 'Count only these', onclick: () => { picked[axis] = picked[axis] === key ? null : key; stock(); } }, label(key)), meter), h('td', { class: 'num' }, number(n)));
      }))));
  });
  $('stock').replaceChildren(...tables);
  if (data.inventory.moreRows) $('stock').append(h('p', { class: 'soft' }, `${number(data.inventory.moreRows)} rarer combinations are left out here: ashlar query "resources | summarize count() by type, location, subscriptionId"`));
}

'use strict';
(() => {
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

  const workloads = new Map(data.workloads.map(w => [w.index, w]));
  const subscriptionName = new Map(data.inventory.subscriptions.map(s => [s.id.toLowerCase(), s.name || shortId(s.id)]));
  const controls = data.controls;
  const failing = controls.filter(c => c.fail > 0);
  const totals = { fail: sum(controls, c => c.fail), unknown: sum(controls, c => c.unknown), checks: data.seen.checks, answered: data.seen.answered };
  const urgency = (a, b) => b.worst - a.worst || (a.worst < 0 ? b.severity - a.severity : 0) || b.fail - a.fail || b.unknown - a.unknown || (a.id < b.id ? -1 : 1);
  controls.sort(urgency);
  failing.sort(urgency);

  // ---- head
  function head() {
    const models = sum(data.workloads, w => w.models.length);
    const weak = sum(data.workloads, w => w.models.filter(m => m.filter === 'weakened').length);
    const bySeverity = [4, 3, 2, 1, 0].map(s => [s, sum(controls, c => c.failBySeverity[s])]).filter(([, n]) => n);
    const top = failing.slice(0, 3);
    const closes = sum(top, c => c.fail);
    const percent = totals.checks ? Math.floor(100 * totals.answered / totals.checks) : null;
    const hit = data.workloadsAtRisk;
    $('questions').append(
      h('div', {}, h('h2', {}, 'What is there?'),
        h('p', { class: 'big' }, many(data.workloadCount, 'AI workload')),
        h('p', {}, `${many(data.inventory.resources, 'resource')} in ${many(data.inventory.subscriptions.length, 'subscription')}. `
          + (models ? `${many(models, 'model')} deployed` + (weak ? `, ${number(weak)} of them behind a weakened content filter.` : '.') : 'No model deployment was read.'))),
      h('div', {}, h('h2', {}, 'What is at risk?'),
        h('p', { class: 'big' }, totals.fail ? `${number(totals.fail)} of ${many(totals.checks, 'check')} fail` : totals.checks === 0 ? 'Nothing could be checked' : `None of ${many(totals.checks, 'check')} fails`),
        data.standing ? h('p', {}, [data.standing.baseline, data.standing.suppressed].filter(Boolean).join('; ') + (data.standing.baseline || data.standing.suppressed ? '.' : '')) : null,
        data.standing && data.standing.expired && data.standing.expired.length ? h('p', { class: 'warn' }, `${many(data.standing.expired.length, 'suppression')} expired.`) : null,
        h('p', {}, bySeverity.length ? bySeverity.map(([s, n]) => `${number(n)} ${SEVERITY[s]}`).join(', ') + '. ' : '',
          data.workloadCount ? `${number(hit)} of ${many(data.workloadCount, 'workload')} ${hit === 1 ? 'has' : 'have'} a failure.` : '')),
      h('div', {}, h('h2', {}, 'How do we fix it?'),
        h('p', { class: 'big' }, failing.length ? many(failing.length, 'kind of change', 'kinds of change') : 'Nothing to change'),
        h('p', {}, failing.length > 3 ? `The first three close ${number(closes)} of the ${many(totals.fail, 'failure')}.` : failing.length ? 'Patches are written out for each resource.' : '')),
      h('div', { class: 'unseen' }, h('h2', {}, 'What could we not see?'),
        h('p', { class: 'big' }, totals.unknown ? `${number(totals.unknown)} of ${many(totals.checks, 'check')} unanswered` : data.gaps.length ? many(data.gapCount, 'gap') : 'Every check has an answer'),
        h('p', {}, percent === null ? '' : `${percent} % seen. `, data.gapCount ? `${many(data.gapCount, 'gap')} in what was read; each says what would close it. ` : 'No gap in what was read. ', 'Unknown is never counted as passed.')));
    $('dateline').append(`As of ${data.asOfWords} (${data.asOfSource})`, data.sources.length ? `, read from ${data.sources.join(', ')}` : '', `. Ashlar ${data.version}.`);
  }

  // ---- what is there
  const FILTER = { default: 'default filter', custom: 'own filter, nothing off', weakened: 'weakened filter', notSeen: 'filter not seen', none: '' };
  function modelLine(m) {
    const words = [m.model || nameOf(m.id), m.version ? ` ${m.version}` : ''];
    const filter = FILTER[m.filter];
    const detail = m.detail.length ? `: ${m.detail.join('; ')}` : '';
    return h('li', {}, words, filter ? [' (', m.filter === 'weakened' ? h('span', { class: 'weak' }, filter + detail) : filter + detail, ')'] : '', nameOf(m.id) !== m.model ? h('span', { class: 'soft' }, ' as ', nameOf(m.id)) : '');
  }
  function term(word, content) { return content && (!Array.isArray(content) || content.length) ? [h('dt', {}, word), h('dd', {}, content)] : []; }
  function byRole(w, ...roles) { return w.members.filter(m => roles.includes(m.role) && m.type.split('/').length === 2); }
  function names(members, most) {
    const shown = members.slice(0, most || 4).map((m, i) => [i ? ', ' : '', h('span', { title: m.id }, nameOf(m.id)), m.shared ? ' (shared)' : '', m.seen ? '' : ' (not in the input)']);
    return members.length ? [shown, members.length > shown.length ? ` and ${many(members.length - shown.length, 'more', 'more')}` : ''] : null;
  }
  function runsAs(w) {
    const list = [...new Set(w.runAs.map(r => r.identity ? nameOf(r.identity) : `${nameOf(r.holder)} (its own identity)`))];
    return list.length ? list.slice(0, 4).join(', ') + (list.length > 4 ? ` and ${number(list.length - 4)} more` : '') : null;
  }
  function who(w, can) {
    const row = w.access.find(a => a.can === can);
    return row ? [row.who, row.later ? h('span', { class: 'soft' }, `; ${row.later}`) : ''] : null;
  }
  function accessTable(w) {
    return h('table', { class: 'members' },
      h('thead', {}, h('tr', {}, h('th', {}, 'Can'), h('th', {}, 'Now'), h('th', {}, 'Besides'))),
      h('tbody', {}, w.access.map(a => h('tr', {}, h('td', {}, a.title), h('td', {}, a.who),
        h('td', { class: 'soft' }, a.later || '', a.complete ? '' : [a.later ? '; ' : '', h('span', { title: a.missing.join('\n') }, 'not everything was read')])))),
      h('tfoot', {}, h('tr', {}, h('td', { colspan: 3, class: 'soft' }, 'By name, with proof: ashlar access --who-can CAPABILITY RESOURCE --snapshot FILE'))));
  }
  function memberTable(w) {
    return h('table', { class: 'members' },
      h('thead', {}, h('tr', {}, h('th', {}, 'Role'), h('th', {}, 'Resource'), h('th', {}, 'Tied by'))),
      h('tbody', {}, w.members.map(m => h('tr', {}, h('td', {}, m.role),
        h('td', {}, h('span', { title: m.id }, nameOf(m.id)), ' ', h('span', { class: 'soft' }, shortType(m.type)), m.shared ? h('span', { class: 'soft' }, ', shared with other workloads') : ''),
        h('td', { class: 'soft' }, m.by ? [nameOf(m.by), ': ', m.via] : m.via)))),
      w.moreMembers ? h('tfoot', {}, h('tr', {}, h('td', { colspan: 3, class: 'soft' }, `${many(w.moreMembers, 'more', 'more')}: ashlar query "AiWorkloadResources | where WorkloadId == '${w.id}'"`))) : null);
  }
  function card(w) {
    const risks = [4, 3, 2, 1, 0].filter(s => w.failBySeverity[s]).map(s => severity(s, `${number(w.failBySeverity[s])} ${SEVERITY[s]}`));
    const where = [...new Set(w.subscriptions.map(s => subscriptionName.get(s.toLowerCase()) || s))];
    const node = h('article', { class: 'load', id: 'w-' + w.index },
      h('header', {}, h('h3', {}, w.name), w.environment ? h('span', { class: 'tag' }, w.environment) : null,
        risks.length || w.unknown ? h('button', { class: 'link', 'aria-label': `Show the findings of ${w.name}`, onclick: () => { Object.assign(state, { workload: String(w.index), standing: '', verdict: risks.length ? 'fail' : 'unknown' }); sync(); $('risk').scrollIntoView(); } }, 'findings') : null),
      h('div', { class: 'risks' }, risks.length ? risks : h('span', { class: 'soft' }, w.unknown ? 'No failure found, not everything seen' : 'No failure'),
        w.unknown ? h('span', { class: 'soft' }, `${number(w.unknown)} unknown`) : null),
      h('dl', {},
        term('Models', w.models.length ? h('ul', {}, w.models.slice(0, 5).map(modelLine), w.models.length > 5 ? h('li', { class: 'soft' }, `and ${number(w.models.length - 5)} more`) : null) : null),
        term('Runs as', runsAs(w)),
        term('Can call', who(w, 'invoke')),
        term('Can read keys', who(w, 'read-keys')),
        term('Can change filters', who(w, 'change-filter')),
        term('Owners', w.owners.length ? w.owners.join(', ') : null),
        term('Data', names(byRole(w, 'data', 'index'))),
        term('Secrets', names(byRole(w, 'secrets'))),
        term('Apps', names(byRole(w, 'app', 'gateway'))),
        term('Compute', names(byRole(w, 'compute'), 3)),
        term('Where', [where.join(', '), w.locations.length ? `; ${w.locations.join(', ')}` : ''])),
      w.access.length ? h('details', { ontoggle: e => { if (e.target.open && !e.target.querySelector('table')) e.target.append(accessTable(w)); } },
        h('summary', {}, 'Who can do what')) : null,
      h('details', { ontoggle: e => { if (e.target.open && !e.target.querySelector('table')) e.target.append(memberTable(w)); } },
        h('summary', {}, `${many(w.members.length + w.moreMembers, 'resource')} and what ties them together`)));
    return node;
  }
  function there() {
    const loads = $('loads');
    if (!data.workloads.length) loads.append(h('p', { class: 'empty' }, 'No AI workload in what was read.'));
    loads.append(...data.workloads.map(card));
    if (data.workloadCount > data.workloads.length) loads.after(h('p', { class: 'soft' }, `Shown are the ${number(data.workloads.length)} workloads with the most severe failures of ${number(data.workloadCount)}. All: ashlar query "AiWorkloads"`));
    stock();
  }
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

  // ---- what we could not see
  const REASON = { forbidden: 'No permission', notCollected: 'Not in the input', noBody: 'Listed without its settings', undecided: 'Value not decided yet', unreadable: 'Could not be read', notLicensed: 'No licence', featureOff: 'Switched off in the tenant' };
  function unseen() {
    const blind = controls.filter(c => c.unknown).length;
    $('gaps').append(
      h('p', {}, totals.unknown ? `${number(totals.unknown)} of ${many(totals.checks, 'check')} in ${many(blind, 'control')} have no answer.` : 'Every check that was asked has an answer.'),
      h('ul', { class: 'plain' }, data.gaps.map(g => h('li', {}, h('b', {}, REASON[g.reason] || g.reason), h('span', { class: 'id' }, g.dataSet), g.path ? [' ', h('span', { class: 'id' }, g.path)] : '',
        g.scope && g.scope !== '/' ? h('div', { class: 'soft small', title: g.scope }, 'at ', g.scope.split('/').length > 5 ? nameOf(g.scope) : subscriptionName.get(after(g.scope, 'subscriptions').toLowerCase()) || g.scope) : h('div', { class: 'soft small' }, 'everywhere'),
        h('div', {}, g.detail), g.permission ? h('div', { class: 'closes' }, 'Would close it: ', h('code', {}, g.permission)) : null))),
      data.gapCount > data.gaps.length ? h('p', {}, `${number(data.gapCount - data.gaps.length)} more in findings.json.`) : '');
    for (const p of data.problems) $('problems').append(h('li', {}, `${p.level}: `, p.control ? [h('code', {}, p.control), ' '] : '', p.file ? `${p.file}${p.line ? ':' + p.line : ''}: ` : '', p.message));
    if (!data.problems.length) $('problems-part').remove();
  }

  // ---- what is at risk
  const state = { text: '', verdict: 'fail', standing: '', severity: '', discipline: '', workload: '', framework: '', group: 'control' };
  const DISCIPLINES = ['identity', 'data', 'governance', 'monitoring', 'validation'];
  function wall() {
    for (const discipline of DISCIPLINES) {
      const stones = controls.filter(c => c.discipline === discipline);
      if (!stones.length) continue;
      $('wall').append(h('div', { class: 'course' }, h('span', {}, discipline), h('div', {}, stones.map(c => {
        const asked = c.pass + c.fail + c.unknown;
        const bars = [['f', c.fail], ['u', c.unknown], ['p', c.pass]].filter(([, n]) => n).map(([kind, n]) => { const bar = h('i', { class: kind }); bar.style.flexGrow = n; return bar; });
        const said = asked ? `${number(c.fail)} of ${number(asked)} fail${c.unknown ? `, ${number(c.unknown)} unknown` : ''}` : 'applies to nothing here';
        const stone = h('button', { class: `stone ${c.fail ? 'fails ' + SEVERITY[c.worst] : ''} ${!c.fail && c.unknown ? 'blind' : ''}`, title: `${c.title}: ${said}`, 'aria-label': `${c.title}: ${said}`, onclick: () => open(c) },
          h('b', {}, c.fail ? number(c.fail) : c.unknown ? '?' : asked ? '✓' : '–'), asked ? h('small', {}, ` of ${number(asked)}`) : null, h('span', { class: 'name' }, c.title), h('span', { class: 'fill' }, bars));
        stone.style.flexGrow = Math.round(Math.log2(2 + asked) * 10) / 10;
        return stone;
      }))));
    }
  }
  function open(control) {
    Object.assign(state, { text: '', verdict: control.fail || !control.unknown ? 'fail' : 'unknown', standing: '', severity: '', discipline: '', workload: '', framework: '', group: 'control' });
    sync();
    const node = $('c-' + control.id);
    if (node) { node.open = true; node.scrollIntoView({ block: 'center' }); node.querySelector('summary').focus({ preventScroll: true }); }
  }

  // What counts is what is neither suppressed nor known from the baseline.
  const standingOf = f => f.x ? 'suppressed' : f.b === 'known' ? 'known' : f.v === 'fail' ? 'counts' : '';
  const haystack = new WeakMap();
  function matches(c, f) {
    if (state.verdict !== 'all' && f.v !== state.verdict) return false;
    if (state.severity !== '' && f.s !== Number(state.severity)) return false;
    if (state.workload !== '' && !f.w.includes(Number(state.workload))) return false;
    if (state.standing !== '' && standingOf(f) !== state.standing) return false;
    if (!state.text) return true;
    if (!haystack.has(f)) haystack.set(f, [c.id, c.title, data.resources[f.r], f.k || '', f.o || '', f.x || '', JSON.stringify(f.e), f.why.join(' '), Object.values(c.frameworks).flat().join(' ')].join('\n').toLowerCase());
    return state.text.toLowerCase().split(/\s+/).every(word => haystack.get(f).includes(word));
  }
  // Counts are of everything when the filter asks only what was counted; else of what this page holds, and the page says so.
  function rowOf(c, workload) {
    const found = c.findings.filter(f => matches(c, f) && (workload === null || f.w.includes(workload)));
    const within = workload === null ? state.workload === '' ? null : Number(state.workload) : workload;
    const counted = within === null ? c : (() => { const w = c.byWorkload.find(b => b[0] === within); return { fail: w ? w[1] : 0, unknown: w ? w[2] : 0 }; })();
    const whole = !state.text && state.severity === '' && state.standing === '';
    const left = c.leftFail + c.leftUnknown > 0;
    const of = v => whole ? counted[v] : found.filter(f => f.v === v).length;
    return { control: c, found, fail: state.verdict === 'unknown' ? 0 : of('fail'), unknown: state.verdict === 'fail' ? 0 : of('unknown'), asked: within === null && whole ? c.pass + c.fail + c.unknown : null, partial: !whole && left };
  }
  function eligible(c) {
    return (!state.discipline || c.discipline === state.discipline) && (!state.framework || state.framework in c.frameworks);
  }
  function groups() {
    const rows = workload => controls.filter(eligible).map(c => rowOf(c, workload)).filter(r => r.fail || r.unknown || r.found.length);
    if (state.group === 'discipline') return DISCIPLINES.map(d => [d[0].toUpperCase() + d.slice(1), rows(null).filter(r => r.control.discipline === d)]).filter(g => g[1].length);
    if (state.group === 'workload') {
      const list = data.workloads.filter(w => state.workload === '' || w.index === Number(state.workload)).map(w => [w.environment ? `${w.name} (${w.environment})` : w.name, rows(w.index)]).filter(g => g[1].length);
      if (state.workload === '') {
        const none = controls.filter(eligible).map(c => {
          const found = c.findings.filter(f => matches(c, f) && !f.w.length);
          return { control: c, found, fail: found.filter(f => f.v === 'fail').length, unknown: found.filter(f => f.v === 'unknown').length, asked: null, partial: c.leftFail + c.leftUnknown > 0 };
        }).filter(r => r.found.length);
        if (none.length) list.push(['In no AI workload', none]);
      }
      return list;
    }
    return [[null, rows(null)]];
  }
  function list() {
    const all = groups();
    const rows = all.flatMap(g => g[1]);
    $('list').replaceChildren(...all.map(([title, items]) => h('div', { class: 'group' }, title ? h('h3', {}, title) : null, items.map(controlRow))));
    if (!rows.length) $('list').append(h('p', { class: 'empty' }, state.text || state.severity || state.standing || state.discipline || state.workload || state.framework ? 'Nothing matches this filter.' : state.verdict === 'unknown' ? 'No check is unanswered.' : 'No check fails.'));
    const seen = new Set(rows.map(r => r.control));
    $('said').textContent = rows.length ? `${many(sum(rows, r => r.fail + r.unknown), 'result')} in ${many(seen.size, 'control')}` + (state.group === 'workload' ? ' (a shared resource counts in each workload)' : '') : '';
  }
  function controlRow(row) {
    const c = row.control;
    const level = row.found.length ? Math.max(...row.found.map(f => f.s)) : c.worst >= 0 ? c.worst : c.severity;
    const share = row.asked !== null ? ` of ${number(row.asked)}` : row.partial ? ' or more' : '';
    const node = h('details', { class: 'control', id: state.group === 'control' ? 'c-' + c.id : null },
      h('summary', {}, severity(level), h('h4', {}, c.title),
        h('span', { class: 'n num' }, row.fail ? `${number(row.fail)}${share} fail` : ''),
        h('span', { class: 'n num soft' }, row.unknown ? `${number(row.unknown)}${row.fail ? '' : share} unknown` : state.verdict === 'fail' && c.unknown && row.asked !== null ? `${number(c.unknown)} unknown` : '')));
    node.fill = () => { if (node.childElementCount === 1) node.append(inside(row)); };
    node.addEventListener('toggle', () => { if (node.open) node.fill(); });
    return node;
  }
  function inside(row) {
    const c = row.control;
    const frames = Object.entries(c.frameworks);
    const body = h('div', { class: 'inside' },
      h('div', { class: 'two' },
        h('div', {}, h('h5', {}, 'Why it matters'), h('p', {}, c.why), c.limits ? [h('h5', {}, 'What this check cannot see'), h('p', {}, c.limits)] : null),
        h('div', {}, h('h5', {}, 'How to fix it'), h('p', {}, c.fix.summary), c.fix.breaks ? [h('h5', {}, 'What may break'), h('p', {}, c.fix.breaks)] : null)),
      h('div', { class: 'frames' }, h('span', {}, h('code', {}, c.id)), frames.map(([name, ids]) => h('span', {}, h('b', {}, name), ' ', ids.join(', '))), c.peers.length ? h('span', {}, h('b', {}, 'same question elsewhere'), ' ', c.peers.join(', ')) : null,
        c.references.map(r => /^https:\/\//.test(r) ? h('a', { href: r, rel: 'noreferrer noopener' }, r.replace(/^https:\/\//, '')) : h('span', {}, r))));
    const holder = h('div', {});
    const more = h('button', { class: 'more', onclick: () => show() });
    let at = 0;
    function show() {
      holder.append(...row.found.slice(at, at + PAGE).map(f => finding(c, f)));
      at = Math.min(row.found.length, at + PAGE);
      more.textContent = `Show ${number(Math.min(PAGE, row.found.length - at))} more of ${number(row.found.length - at)}`;
      more.classList.toggle('hide', at >= row.found.length);
    }
    show();
    body.append(holder, more);
    const left = (state.verdict === 'unknown' ? 0 : c.leftFail) + (state.verdict === 'fail' ? 0 : c.leftUnknown);
    if (left) body.append(h('p', { class: 'soft more-left' }, `${many(left, 'more result')} of this control in findings.json; this page keeps the first ${number(data.caps.fail)} failures and ${number(data.caps.unknown)} unknowns of each control, the most severe and those in AI workloads first.`));
    return body;
  }
  const shown = value => typeof value === 'string' ? value === '' ? '(empty)' : value : JSON.stringify(value);
  function finding(c, f) {
    const id = data.resources[f.r];
    const evidence = Object.entries(f.e);
    const group = after(id, 'resourcegroups');
    const subscription = after(id, 'subscriptions');
    return h('article', { class: `finding ${f.v} ${f.v === 'fail' ? SEVERITY[f.s] : ''}` },
      h('header', {}, h('span', { class: 'verdict ' + f.v }, f.v.toUpperCase()), h('b', {}, nameOf(id)), f.k ? h('span', {}, f.k) : null,
        f.o ? h('code', {}, f.o) : null, f.b === 'new' || f.b === 'known' ? h('span', { class: 'tag' }, f.b) : null, f.x ? h('span', { class: 'tag' }, 'suppressed') : null,
        h('span', { class: 'soft' }, [group, subscriptionName.get(subscription.toLowerCase()) || subscription].filter(Boolean).join(', ')),
        f.w.map(w => workloads.has(w) ? h('a', { href: '#w-' + w, class: 'small' }, 'in ' + workloads.get(w).name) : null)),
      h('span', { class: 'id' }, id),
      f.why.length ? [h('h5', {}, f.v === 'unknown' ? 'Why there is no answer' : 'What to know'), h('ul', { class: 'why' }, f.why.map(r => h('li', {}, r)))] : f.v === 'unknown' ? [h('h5', {}, 'Why there is no answer'), h('p', {}, 'What was read does not decide it.')] : null,
      f.x ? [h('h5', {}, 'Suppressed'), h('p', {}, f.x)] : null,
      f.sr.length ? [h('h5', {}, `Severity here: ${SEVERITY[f.s]} instead of ${SEVERITY[f.sb]}`), h('ul', { class: 'why' }, f.sr.map(r => h('li', {}, r)))] : null,
      evidence.length ? [h('h5', {}, 'What was read'), h('table', { class: 'evidence' }, h('tbody', {}, evidence.map(([path, value]) => h('tr', {}, h('td', {}, h('code', {}, path)), h('td', {}, h('code', {}, value === null ? 'not reported' : shown(value)))))))] : null,
      f.v === 'fail' ? patch(c, [{ id, part: f.k }]) : null);
  }

  // A patch is filled in only when no value could mean something to a shell or a template: FixPatch.FillSafely, whose rules come with the data.
  const SAFE = Object.fromEntries(Object.entries(data.safe).map(([kind, rule]) => [kind, new RegExp(rule, 'u')]));
  function above(id, keep) {
    const at = id.toLowerCase().lastIndexOf('/providers/');
    const parts = at < 0 ? [] : id.slice(at + 11).replace(/\/+$/, '').split('/');
    return parts.length > 3 ? id.slice(0, at + 11) + parts.slice(0, keep).join('/') : id;
  }
  function fill(template, { id, part }, kind) {
    const parent = above(id, -2);
    const values = {
      id, name: nameOf(id), resourceGroup: after(id, 'resourcegroups'), subscriptionId: after(id, 'subscriptions'),
      location: regions.get(id) || '', parent: nameOf(parent), parentId: parent, root: nameOf(above(id, 3)), part: part || '',
    };
    // A template's resource: what it has only when it is deployed is the reader's to choose, as in SyntheticIds.
    if (/\/resourceGroups\/file:/i.test(id)) Object.assign(values, { id: '', parentId: '', resourceGroup: '', subscriptionId: '' });
    const unknown = { id: '<resource id>', parentId: '<parent id>', resourceGroup: '<resource group>', subscriptionId: '<subscription id>', location: '<location>', part: '<part>' };
    const rule = SAFE[kind === 'az' ? 'shell' : 'template'];
    let harmless = true;
    const text = template.replace(/(?<!\$)\{([A-Za-z][A-Za-z0-9]*)\}/g, (all, name) => {
      if (!Object.hasOwn(values, name)) return all;
      harmless = harmless && values[name].split('/').every(part => part === '' || rule.test(part));
      return values[name] || unknown[name] || '';
    });
    return harmless ? text : null;
  }
  const KINDS = [['az', 'az CLI'], ['bicep', 'Bicep'], ['terraform', 'Terraform']];
  function patch(c, subjects) {
    const resources = new Set(subjects.map(s => s.id)).size;
    const kinds = KINDS.filter(([kind]) => c.fix[kind]);
    if (!kinds.length) return null;
    const code = h('pre', { tabindex: '0' });
    const note = h('p', { class: 'warn hide' });
    const yours = h('ul', { class: 'plain yours' });
    const tabs = kinds.map(([kind, label]) => h('button', { 'aria-pressed': 'false', onclick: () => choose(kind) }, label));
    const copy = h('button', { class: 'copy', onclick: () => copied(copy, code.textContent) }, 'Copy');
    function choose(kind) {
      tabs.forEach((tab, i) => tab.setAttribute('aria-pressed', kinds[i][0] === kind ? 'true' : 'false'));
      const filled = subjects.map(subject => fill(c.fix[kind], subject, kind));
      const odd = new Set(subjects.filter((s, i) => filled[i] === null).map(s => s.id)).size;
      const unique = [...new Set(filled.filter(text => text !== null).map(text => text.trimEnd()))];
      code.textContent = clean(unique.length ? unique.join('\n') : c.fix[kind].trimEnd());
      note.textContent = odd === 0 ? '' : unique.length ? `${many(odd, 'resource is', 'resources are')} left out: the name holds characters that a shell could act on.` : 'Not filled in: the name holds characters that a shell could act on. Put it in yourself, quoted.';
      note.classList.toggle('hide', odd === 0);
      const choices = Object.entries(c.fix.choices).filter(([name]) => code.textContent.includes(name));
      if (code.textContent.includes('<location>')) choices.push(['<location>', 'westeurope']);
      yours.replaceChildren(...choices.map(([name, example]) => h('li', {}, 'Yours to choose: ', h('code', {}, name), ', such as ', h('code', {}, example))));
    }
    choose(kinds[0][0]);
    return h('div', { class: 'patch' }, h('div', { class: 'bar' }, h('h5', {}, resources === 1 ? 'Patch for this resource' : `Patch for ${many(resources, 'resource')}`), tabs, copy), code, note, yours);
  }
  function copied(button, text) {
    const done = () => { button.textContent = 'Copied'; setTimeout(() => { button.textContent = 'Copy'; }, 1500); };
    const byHand = () => { const area = h('textarea', {}); area.value = text; document.body.append(area); area.select(); document.execCommand('copy'); area.remove(); done(); };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand); else byHand();
  }

  // ---- baseline and suppressions
  function standing() {
    if (!data.standing) { $('by-standing').remove(); $('standing').remove(); return; }
    const { expired = [], notes = [], gone = [], goneCount = 0 } = data.standing;
    $('standing').append(
      ...expired.map(e => h('p', { class: 'warn' }, `Suppression ${e}`)),
      ...notes.map(n => h('p', { class: 'soft' }, n + '.')));
    if (goneCount) $('standing').append(h('details', {}, h('summary', {}, `${many(goneCount, 'failure')} of the baseline ${goneCount === 1 ? 'is' : 'are'} gone`),
      h('ul', { class: 'plain' }, gone.map(g => h('li', {}, severity(g.s), ' ', h('b', { title: g.id }, nameOf(g.id)), g.k ? ` ${g.k}` : '', ` ${g.now}: ${g.title}`))),
      goneCount > gone.length ? h('p', { class: 'soft' }, `and ${many(goneCount - gone.length, 'more', 'more')} in findings.json`) : null));
  }

  // ---- how to fix it
  function changes() {
    let closed = 0;
    for (const c of failing) {
      const before = closed;
      closed += c.fail;
      const upTo = h('i', {}), own = h('i', {});
      upTo.style.width = 100 * closed / totals.fail + '%';
      own.style.left = 100 * before / totals.fail + '%';
      own.style.width = 100 * c.fail / totals.fail + '%';
      const subjects = c.findings.filter(f => f.v === 'fail').map(f => ({ id: data.resources[f.r], part: f.k }));
      const ids = new Set(subjects.map(s => s.id));
      const detail = h('details', {}, h('summary', {}, `Patches for ${many(ids.size, 'resource')}${c.leftFail ? ` shown here, ${number(c.leftFail)} more in findings.json` : ''}`));
      detail.fill = () => { if (detail.childElementCount === 1) detail.append(patch(c, subjects) || h('p', { class: 'soft' }, 'This one is changed by hand.')); };
      detail.addEventListener('toggle', () => { if (detail.open) detail.fill(); });
      $('changes').append(h('li', {},
        h('div', {}, h('h3', {}, c.fix.summary), h('p', {}, severity(c.worst), ' ', h('button', { class: 'link small', onclick: () => open(c) }, c.title)),
          c.fix.breaks ? h('p', { class: 'breaks soft' }, h('b', {}, 'May break: '), c.fix.breaks) : h('p', { class: 'breaks soft' }, 'Nothing is known to break.'), detail),
        h('div', { class: 'closes num' }, `closes ${number(c.fail)}`, h('div', { class: 'soft' }, `${number(closed)} of ${number(totals.fail)} so far`), h('span', { class: 'track' }, upTo, own))));
    }
    if (!failing.length) $('changes').replaceWith(h('p', { class: 'empty' }, 'No check fails, so there is nothing to change.'));
  }

  // ---- filters
  function choice(id, key, options) {
    const select = $(id);
    select.append(...options.map(([value, label]) => h('option', { value }, label)));
    select.addEventListener('change', () => { state[key] = select.value; list(); });
    return () => { select.value = state[key]; };
  }
  function buttons(id, key, options) {
    const all = options.map(([value, label]) => h('button', { type: 'button', 'data-value': value, onclick: () => { state[key] = value; sync(); } }, label));
    $(id).append(...all);
    return () => all.forEach(b => b.setAttribute('aria-pressed', b.dataset.value === state[key] ? 'true' : 'false'));
  }
  const frameworks = [...new Set(controls.flatMap(c => Object.keys(c.frameworks)))].sort();
  const reflect = [
    buttons('by-verdict', 'verdict', [['fail', 'Fail'], ['unknown', 'Unknown'], ['all', 'Both']]),
    buttons('by-group', 'group', [['control', 'Control'], ['workload', 'Workload'], ['discipline', 'Discipline']]),
    choice('by-standing', 'standing', [['', 'Counted or not'], ['counts', data.standing && data.standing.baseline ? 'New' : 'Counted'], ...(data.standing && data.standing.baseline ? [['known', 'Known from the baseline']] : []), ['suppressed', 'Suppressed']]),
    choice('by-severity', 'severity', [['', 'Any severity'], ['4', 'Critical'], ['3', 'High'], ['2', 'Medium'], ['1', 'Low'], ['0', 'Info']]),
    choice('by-discipline', 'discipline', [['', 'Any discipline'], ...DISCIPLINES.filter(d => controls.some(c => c.discipline === d)).map(d => [d, d])]),
    choice('by-workload', 'workload', [['', 'Any workload'], ...data.workloads.map(w => [String(w.index), w.environment ? `${w.name} (${w.environment})` : w.name])]),
    choice('by-framework', 'framework', [['', 'Any framework'], ...frameworks.map(f => [f, f])]),
    () => { $('search').value = state.text; },
  ];
  function sync() { reflect.forEach(r => r()); list(); }
  let typing = 0;
  $('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => { state.text = $('search').value.trim(); list(); }, 120); });
  $('search').addEventListener('keydown', e => { if (e.key === 'Enter') $('risk').scrollIntoView(); });
  $('reset').addEventListener('click', () => { Object.assign(state, { text: '', verdict: 'fail', standing: '', severity: '', discipline: '', workload: '', framework: '' }); sync(); });
  document.addEventListener('keydown', e => { if (e.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) { e.preventDefault(); $('search').focus(); } });

  // ---- light, dark, print
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let chosen = null;
  try { chosen = localStorage.getItem('ashlar-theme'); } catch { /* no storage in this place: follow the system */ }
  function paint() {
    const theme = chosen || (dark.matches ? 'dark' : 'light');
    root.dataset.theme = theme;
    $('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  }
  dark.addEventListener('change', paint);
  $('theme').addEventListener('click', () => { chosen = root.dataset.theme === 'dark' ? 'light' : 'dark'; try { localStorage.setItem('ashlar-theme', chosen); } catch { /* as above */ } paint(); });
  $('print').addEventListener('click', () => print());
  const opened = [];
  addEventListener('beforeprint', () => { for (const node of document.querySelectorAll('details.control:not([open])')) { node.fill(); node.open = true; opened.push(node); } });
  addEventListener('afterprint', () => { while (opened.length) opened.pop().open = false; });

  paint();
  head();
  there();
  standing();
  unseen();
  wall();
  changes();
  if (!totals.fail && totals.unknown) state.verdict = 'unknown';
  sync();
  const wanted = location.hash.startsWith('#c-') && controls.find(c => '#c-' + c.id === location.hash);
  if (wanted) open(wanted);
})();

// ---- head
function head() {
  const models = sum(data.workloads, w => w.models.length);
  const weak = sum(data.workloads, w => w.models.filter(m => m.filter === 'weakened').length);
  const bySeverity = [4, 3, 2, 1, 0].map(s => [s, sum(controls, c => c.failBySeverity[s])]).filter(([, n]) => n);
  const first = data.picture.changes.slice(0, 3);
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
      data.picture.pathCount ? h('p', {}, `${many(data.picture.pathCount, 'attack path')}${crossed.length ? ` to ${many(crossed.length, 'workload')}` : ''}.`) : null,
      h('p', {}, bySeverity.length ? bySeverity.map(([s, n]) => `${number(n)} ${SEVERITY[s]}`).join(', ') + '. ' : '',
        data.workloadCount ? `${number(hit)} of ${many(data.workloadCount, 'workload')} ${hit === 1 ? 'has' : 'have'} a failure.` : '')),
    h('div', {}, h('h2', {}, 'How do we fix it?'),
      h('p', { class: 'big' }, first.length ? `${many(first.length, 'change')} ${first.length === 1 ? 'cuts' : 'cut'} ${number(sum(first, c => c[3]))} of ${many(first[0][5], 'path')}` : failing.length ? many(failing.length, 'kind of change', 'kinds of change') : 'Nothing to change'),
      first.length && failing.length ? h('p', {}, `${many(failing.length, 'kind of change closes', 'kinds of change close')} what fails.`) : null,
      h('p', {}, failing.length > 3 ? `The first three close ${number(closes)} of the ${many(totals.fail, 'failure')}.` : failing.length ? 'Patches are written out for each resource.' : '')),
    h('div', { class: 'unseen' }, h('h2', {}, 'What could we not see?'),
      h('p', { class: 'big' }, totals.unknown ? `${number(totals.unknown)} of ${many(totals.checks, 'check')} unanswered` : data.gaps.length ? many(data.gapCount, 'gap') : 'Every check has an answer'),
      h('p', {}, percent === null ? '' : `${percent} % seen. `, data.gapCount ? `${many(data.gapCount, 'gap')} in what was read; each says what would close it. ` : 'No gap in what was read. ', 'Unknown is never counted as passed.')));
  $('dateline').append(`As of ${data.asOfWords} (${data.asOfSource})`, data.sources.length ? `, read from ${data.sources.join(', ')}` : '', `. Ashlar ${data.version}.`);
}

// ---- doors, flows and paths: rows of numbers get their names again, when they are asked for
const lanes = data.picture.lanes;
const laneWords = new Map(lanes);
const missingOf = list => list.map(T);
const door = once(data.picture.doors, ([id, type, name, inbound, atLeast, outbound, legs, missing]) => ({
  id: T(id), type: T(type), name: T(name), inbound: T(inbound), atLeast: T(atLeast), outbound: T(outbound), missing: missingOf(missing),
  legs: legs.map(([leg, says, of, path, value, change]) => ({ leg: T(leg), says: T(says), id: T(of), path: T(path), value: T(value), change: T(change) })),
}));
const truth = value => value === null ? null : value === 1;
const flow = once(data.picture.flows, ([kind, from, fromType, to, toType, via, viaPath, auth, fromRegion, toRegion, processing, label, labelSource, region, tenant, writers, readers, anyWrites, anyReads, missing]) => ({
  kind: T(kind), from: T(from), fromType: T(fromType), to: T(to), toType: T(toType), via: T(via), viaPath: T(viaPath), auth: T(auth), fromRegion: T(fromRegion), toRegion: T(toRegion),
  processing: T(processing), label: T(label), labelSource: T(labelSource), region: truth(region), tenant: truth(tenant), writers, readers, anyWrites: truth(anyWrites), anyReads: truth(anyReads), missing: missingOf(missing),
}));
const step = once(data.picture.steps, ([kind, from, to, toType, says, state, proofs]) => ({
  kind: T(kind), from: T(from), to: T(to), toType: T(toType), says: T(says), state: T(state),
  proofs: proofs.map(([table, id, path, value]) => ({ table: T(table), id: T(id), path: T(path), value: T(value) })),
}));
const path = once(data.picture.paths, ([id, start, startName, goal, target, targetName, state, level, score, similar, steps, missing]) => ({
  id: T(id), start: T(start), startName: T(startName), goal: T(goal), target: T(target), targetName: T(targetName), state: T(state), level, score, similar, steps: steps.map(step), missing: missingOf(missing),
}));
function once(rows, read) {
  const made = new Array(rows.length);
  return i => made[i] || (made[i] = read(rows[i]));
}
const spaced = word => word.replace(/[A-Z]/g, letter => ' ' + letter.toLowerCase()).replace(/-/g, ' ');
let principalNames = null;
function shownName(id) {
  if (!principalNames) principalNames = new Map(data.picture.names.map(([of, name]) => [T(of).toLowerCase(), T(name)]));
  const name = nameOf(id);
  return principalNames.get(id.toLowerCase()) || subscriptionName.get(/^\/subscriptions\/[^/]+$/i.test(id) ? name.toLowerCase() : '') || shortId(name);
}
const KINDS_OF = [
  [/microsoft\.graph\/users/, 'person'], [/microsoft\.graph\/groups?/, 'group'], [/microsoft\.graph\/applications/, 'app registration'], [/microsoft\.graph\/serviceprincipals/, 'app or identity'],
  [/userassignedidentities/, 'identity'], [/storageaccounts/, 'storage'], [/microsoft\.search/, 'search index'], [/keyvault/, 'vault'], [/cognitiveservices.*deployments/, 'model'], [/cognitiveservices.*projects/, 'project'], [/cognitiveservices/, 'AI account'],
  [/onlineendpoints|batchendpoints|serverlessendpoints/, 'endpoint'], [/computes/, 'compute'], [/machinelearningservices/, 'ML workspace'], [/documentdb|microsoft\.sql|dbfor|kusto|cache\/redis/, 'database'],
  [/apimanagement/, 'gateway'], [/microsoft\.web|microsoft\.app\//, 'application'], [/containerservice/, 'cluster'], [/containerregistry/, 'registry'], [/operationalinsights|microsoft\.insights/, 'logs'],
  [/eventhub|servicebus|eventgrid/, 'events'], [/^host$/, 'outside host'], [/^\/subscriptions\/[^/]+$|resources\/subscriptions$/, 'subscription'],
];
function kindOf(id, type) {
  const what = ((type || '') + ' ' + id).toLowerCase();
  const known = KINDS_OF.find(([match]) => match.test(type ? type.toLowerCase() : id.toLowerCase())) || KINDS_OF.find(([match]) => match.test(what));
  return known ? known[1] : type ? shortType(type.toLowerCase()).split('/').pop() : '';
}

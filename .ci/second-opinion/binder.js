'use strict';
// Microsoft's parser and binder, loaded as the two plain scripts the package ships.
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const home = path.dirname(require.resolve('@kusto/language-service-next/package.json'));
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
  vm.runInThisContext(fs.readFileSync(path.join(home, file), 'utf8'), { filename: file });
}

const { Symbols, GlobalState, KustoCode } = globalThis.Kusto.Language;

const list = collection => globalThis.Bridge.toArray(collection);

const symbol = (name, columns) => new Symbols.TableSymbol.$ctor6(
  name,
  Object.entries(columns).map(([column, type]) => {
    const known = Symbols.ScalarTypes.GetSymbol(type);
    if (!known) throw new Error(`table ${name}, column ${column}: unknown type '${type}'`);
    return new Symbols.ColumnSymbol(column, known);
  }),
  null);

/** Tables as {name: {column: type}}; the state can be used for many queries. */
function state(tables) {
  const symbols = Object.entries(tables).map(([name, columns]) => symbol(name, columns));
  return GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.ctor('db', symbols));
}

// dynamic(bag), dynamic(long) ... are what the binder infers about a dynamic; the type a result shows is dynamic.
const typeName = type => {
  const name = type.Name.toLowerCase();
  return name.startsWith('dynamic') ? 'dynamic' : name;
};

/** {columns: [{name, type}] | null, errors: [{code, message, start, length}]} */
function bind(text, globals) {
  const code = KustoCode.ParseAndAnalyze(text, globals);
  const errors = list(code.GetDiagnostics())
    .filter(d => d.Severity === 'Error')
    .map(d => ({ code: d.Code, message: d.Message, start: d.Start, length: d.Length }));
  const result = code.ResultType;
  const columns = result instanceof Symbols.TableSymbol
    ? list(result.Columns).map(c => ({ name: c.Name, type: typeName(c.Type) }))
    : null;
  return { columns, errors };
}

/**
 * Resource Graph takes names in any case and starts from `resources` when the query names no table; the binder knows neither.
 * The text is brought to the binder's terms: each name it does not know and that differs from a known one by case alone is
 * respelled, as often as that helps.
 */
function bindArg(text, globals, names) {
  let query = text;
  const headless = /^(?:\s|\/\/[^\n]*(?:\n|$))*(?:where|extend|project|summarize|mv-expand|join|distinct|sort|order|take|limit|count|top)\b/i;
  if (headless.test(query)) query = 'resources | ' + query;
  for (let round = 0; round < 50; round++) {
    const bound = bind(query, globals);
    const wrong = bound.errors.find(e => {
      const word = query.substr(e.start, e.length);
      const right = names.get(word.toLowerCase());
      return right && right !== word;
    });
    if (!wrong) return bound;
    const right = names.get(query.substr(wrong.start, wrong.length).toLowerCase());
    query = query.slice(0, wrong.start) + right + query.slice(wrong.start + wrong.length);
  }
  return bind(query, globals);
}

/** Every table and column name by its lower-case spelling. */
function spelling(tables) {
  const names = new Map();
  for (const [table, columns] of Object.entries(tables)) {
    for (const column of Object.keys(columns)) names.set(column.toLowerCase(), column);
    names.set(table.toLowerCase(), table);
  }
  return names;
}

module.exports = { state, bind, bindArg, spelling };

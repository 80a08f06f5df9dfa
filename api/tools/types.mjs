// The contract's schemas as TypeScript declarations, for the editor and for
// tsc --checkJs. The SPA itself is plain JavaScript.

function union(values) {
  return values.map((v) => JSON.stringify(v)).join(' | ');
}

/** @returns {string} the TypeScript type of a schema */
function type(node, indent) {
  if (!node) return 'unknown';
  if (node.$ref) return node.$ref.split('/').pop();
  if (node.oneOf) return node.oneOf.map((n) => type(n, indent)).join(' | ');
  const kinds = [].concat(node.type ?? []);
  const nullable = kinds.includes('null') ? ' | null' : '';
  const kind = kinds.find((k) => k !== 'null');
  if (node.enum) return union(node.enum);
  if (kind === 'string') return `string${nullable}`;
  if (kind === 'integer' || kind === 'number') return `number${nullable}`;
  if (kind === 'boolean') return `boolean${nullable}`;
  if (kind === 'array') return `Array<${type(node.items, indent)}>${nullable}`;
  if (kind === 'object') return object(node, indent) + nullable;
  return kinds.length ? 'null' : 'unknown';
}

function object(node, indent) {
  if (node.additionalProperties === true) return 'Record<string, unknown>';
  const inner = `${indent}  `;
  const lines = Object.entries(node.properties ?? {})
    .map(([key, child]) => `${inner}${key}${(node.required ?? []).includes(key) ? '' : '?'}: ${type(child, inner)};`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** @param {any} doc the parsed contract */
export function types(doc) {
  const blocks = Object.entries(doc.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, node]) => `export type ${name} = ${type(node, '')};\n`);
  const operations = Object.values(doc.paths)
    .flatMap((item) => Object.values(item)).filter((op) => op.operationId).map((op) => `  | '${op.operationId}'`).sort();
  return `// Written by api/tools/contract.mjs from openapi.yaml; never edited.\n\n${blocks.join('\n')}
export type OperationId =\n${operations.join('\n')};\n`;
}
